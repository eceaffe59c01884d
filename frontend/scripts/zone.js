// Fills in where the reader's clock stands, where a form asks for it and nothing was chosen. Without this file they choose, or what was said
// last stands. So it does where a browser names a place that is not in the list.
for (const field of document.querySelectorAll('[data-zone]')) {
  const before = field.value;
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  field.value ||= before;
}
