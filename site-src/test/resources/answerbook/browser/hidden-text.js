// What of the book cannot be read: questions, answers and lists that are not laid out when everything is open. Controls that do
// nothing without scripts are no part of it, unless something of the book is in them.
document.querySelectorAll("details").forEach((each) => (each.open = true));
const text = ".answer-body, .question-body, figure";
const parts = document.querySelectorAll(`.view > :not([hidden]), math, ${text}`);
return [...parts]
  .filter((part) => part.matches(text) || !part.closest(".scripted"))
  .filter((part) => !part.closest("[hidden]") && part.getClientRects().length === 0)
  .map((part) => part.outerHTML.slice(0, 80));
