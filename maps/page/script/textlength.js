/** How long words are, before they are on the page. */

/** Return a function that tells the length in px of words in the letters of a node, of a size and weight. */
export function textLength(node, { size, weight = 400 }) {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `${weight} ${size}px ${getComputedStyle(node).fontFamily}`;
  return (words) => Math.ceil(context.measureText(words).width);
}
