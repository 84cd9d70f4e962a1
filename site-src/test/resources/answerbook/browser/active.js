// Whatever in the page acts, could act or loads from elsewhere, as sentences.
const found = [];
const own = location.protocol + "//" + location.host;
const address = /^\s*(javascript|data|vbscript|blob|filesystem):/i;
const attributes = ["href", "src", "action", "formaction", "xlink:href", "data", "srcset", "poster", "background", "ping"];
if (window.__xss !== undefined) {
  found.push("a script has run: " + window.__xss);
}
for (const element of document.querySelectorAll("*")) {
  const name = element.localName;
  const data = element.type === "application/ld+json" && !element.src;
  if (name === "script" && !data && (element.text || !element.src.startsWith(own))) {
    found.push("a script: " + element.outerHTML.slice(0, 200));
  }
  if (["iframe", "object", "embed", "applet", "foreignobject", "base", "frame", "portal", "animate", "set"].includes(name.toLowerCase())) {
    found.push("<" + name + ">: " + element.outerHTML.slice(0, 200));
  }
  if (name === "meta" && element.httpEquiv && element.httpEquiv.toLowerCase() === "refresh") {
    found.push("a refresh: " + element.outerHTML);
  }
  if (name === "style" || (name === "link" && element.rel === "stylesheet" && !element.href.startsWith(own))) {
    found.push("a style: " + element.outerHTML.slice(0, 200));
  }
  for (const attribute of element.attributes) {
    if (/^on/i.test(attribute.name)) {
      found.push(attribute.name + " of " + element.outerHTML.slice(0, 200));
    }
    if (attributes.includes(attribute.name.toLowerCase()) && address.test(attribute.value.replace(/[\u0000-\u0020]/g, ""))) {
      found.push(attribute.name + "=" + attribute.value.slice(0, 100));
    }
    if (attribute.name === "style" && /url\s*\(|expression|@import/i.test(attribute.value)) {
      found.push("style=" + attribute.value.slice(0, 100));
    }
  }
}
return found;
