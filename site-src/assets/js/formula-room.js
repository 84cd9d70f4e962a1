// Formulas take their room before their fonts arrive: until then they are set in fonts without ink, letter by letter as wide
// as the real ones. What is in a script is there when the page is first laid out; a font in a file, or in a style sheet, is not.
(() => {
  const PATIENCE = 3000; // as long as browsers wait for a font themselves
  const blank = new Map();
  for (const [family, style, weight, data] of answerbook.blankFonts) {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const face = new FontFace(`${family} blank`, bytes, { style, weight });
    document.fonts.add(face);
    blank.set(family, [...(blank.get(family) ?? []), face]);
  }

  /** Where a font doesn't come, formulas are set in another one rather than in none. */
  const giveUp = (faces) => {
    for (const { family } of faces) {
      for (const face of blank.get(family.replace(/["']/g, "")) ?? []) {
        document.fonts.delete(face);
      }
    }
  };

  document.fonts.addEventListener("loadingerror", (event) => giveUp(event.fontfaces));
  document.fonts.addEventListener("loading", () =>
    setTimeout(() => giveUp([...document.fonts].filter(({ status }) => status === "loading")), PATIENCE),
  );
})();
