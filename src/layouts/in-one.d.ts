/** Modules taken into the script that imports them, that of the comparing pages or that of the search page, and not into a file that several share. */
declare module '*?in-one';
declare module '*?in-search';
