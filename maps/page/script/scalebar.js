/** The scale bar, in the reader's language. */

/** Put the scale bar on the map and keep it true to the language. */
export function createScaleBar(map, app) {
  const Bar = L.Control.Scale.extend({
    _updateMetric(most) {
      const metres = this._getRoundNum(most);
      const [key, value] = metres < 1000 ? ["metres", metres] : ["km", metres / 1000];
      this._updateScale(this._mScale, app.tr.t(key, { value }), metres / most);
    },
  });
  let bar = null;
  app.store.on(["lang"], () => {
    bar?.remove();
    bar = new Bar({ imperial: false, position: app.tr.dir === "rtl" ? "bottomleft" : "bottomright" });
    bar.addTo(map).getContainer().dir = app.tr.dir;
  });
}
