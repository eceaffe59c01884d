// Fills in where the reader's clock stands, where a form asks for it. Without this file they choose, or what was said last stands.
for (const field of document.querySelectorAll('[data-zone]')) {
  const said = field.value;
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!field.value) field.value = said;
}
