/** What a claim says, as fields with closed lists. */

import { choice, field, textInput } from "./fields.js";

/** Return the fields of a claim and a way to read them; an empty one says nothing. */
export function claimFields(app, fields) {
  const { data } = app;
  const controls = {
    nationality: choice(
      data.nationalities.map(([code, name]) => [code, `${name} (${code})`]),
      fields.nationality,
      { blank: "Choose a country", required: true },
    ),
    status: choice(
      data.statuses.map((status) => [status, status]),
      fields.status,
      { blank: "Choose a status", required: true },
    ),
    place: textInput(fields.place),
    zone: choice(app.zoneNames(), fields.zone, { blank: "As the place says" }),
    said_by: textInput(fields.said_by),
    said_on: textInput(fields.said_on, { type: "date", min: "1900-01-01", max: "9999-12-31" }),
    reported_by: textInput(fields.reported_by),
  };
  return {
    nodes: [
      field("Nationality", controls.nationality),
      field("Status", controls.status),
      field("Place", controls.place, "as the text names it"),
      field("Zone", controls.zone),
      field("Said by", controls.said_by),
      field("Said on", controls.said_on),
      field("Reported by", controls.reported_by),
    ],
    first: controls.nationality,
    read() {
      const said = Object.fromEntries(
        Object.entries(controls).map(([key, control]) => [key, control.value.trim()]),
      );
      if (!said.nationality) return { error: "Choose a nationality." };
      if (!said.status) return { error: "Choose a status." };
      if (!controls.said_on.validity.valid) return { error: "The day is not complete." };
      return { said };
    },
  };
}

/** Return what a form says otherwise than the item. */
export function claimChanges(fields, said) {
  return Object.fromEntries(Object.entries(said).filter(([key, value]) => value !== (fields[key] ?? "")));
}
