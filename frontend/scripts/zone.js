// Fills in where the reader's clock stands, where a form asks for it. Without this file they choose, or what was said last stands.
for (const time of document.querySelectorAll('[data-zone]')) time.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
