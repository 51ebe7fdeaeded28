/** A module taken into the script that imports it, and not into a file that several scripts share. */
declare module '*?in-one';
