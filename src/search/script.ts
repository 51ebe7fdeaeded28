/** Whether something is written with Han letters, or with Latin ones: by that a query is taken up in one way or another. */
export const HAN = /\p{Script=Han}/u;
export const LATIN = /\p{Script=Latin}/u;
