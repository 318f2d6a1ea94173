/** The keyboard on the timeline: arrows go from claim to claim and from lane to lane. */

/** Return the mark to which a key leads from another, null for a key that leads nowhere. */
export function nextMark(key, mark, { lanes, rtl }) {
  const lane = mark.closest(".chart-lane");
  const marks = marksOf(lane);
  const at = marks.indexOf(mark);
  const [earlier, later] = rtl ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  if (key === earlier) return marks[Math.max(0, at - 1)];
  if (key === later) return marks[Math.min(marks.length - 1, at + 1)];
  if (key === "Home") return marks[0];
  if (key === "End") return marks.at(-1);
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const all = [...lanes.querySelectorAll(".chart-lane")];
  const other = all[all.indexOf(lane) + (key === "ArrowUp" ? -1 : 1)];
  return other ? nearest(marksOf(other), mark) : mark;
}

const marksOf = (lane) => [...lane.querySelectorAll(".claim-mark")];

function nearest(marks, mark) {
  const middle = (node) => {
    const { left, right } = node.querySelector(".glyph").getBoundingClientRect();
    return (left + right) / 2;
  };
  const gaps = marks.map((each) => Math.abs(middle(each) - middle(mark)));
  return marks[gaps.indexOf(Math.min(...gaps))];
}
