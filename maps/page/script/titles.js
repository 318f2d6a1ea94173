/** Letters of a title, from which on the bar sets it small and may cut it, and the panel shows it whole. */
export const LONG_TITLE = 48;
