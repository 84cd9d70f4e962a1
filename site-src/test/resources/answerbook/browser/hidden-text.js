// What of the book cannot be read: questions, answers and lists that are not laid out when everything is open.
document.querySelectorAll("details").forEach((each) => (each.open = true));
const parts = document.querySelectorAll(".view > :not([hidden]), .answer-body, .question-body, math, figure");
return [...parts]
  .filter((part) => !part.closest("[hidden]") && part.getClientRects().length === 0)
  .map((part) => part.outerHTML.slice(0, 80));
