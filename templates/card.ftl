<#import "parts.ftlh" as parts>
<#assign html><@parts.article question=question heading=2 linked=true/></#assign>
answerbook.cards.add("${question.slug}", "${html?js_string}");
