### How somebody likes to read.

reading-title = Lectura
reading-lead = Se guarda en una cookie en este dispositivo. Nadie más la ve.
reading-kept = Guardado en este dispositivo.
reading-theme = Día o noche
reading-theme-device = Como diga mi dispositivo
reading-theme-day = Día
reading-theme-night = Noche
reading-theme-contrast = Contraste fuerte
reading-size = Texto
reading-size-usual = Normal
reading-size-large = Grande
reading-size-larger = Más grande
reading-plain = Letra sencilla
reading-plain-hint = Todo con la letra de los botones, nada con la letra de los libros
reading-language = Idioma de botones y páginas
reading-language-device = Como diga mi navegador
reading-order = Respuestas
reading-order-oldest = Primero las más antiguas
reading-order-newest = Primero las más nuevas
reading-notes = Mostrar esto sin plegar
reading-notes-hint = Las publicaciones con aviso están plegadas hasta que las abres. Marca lo que quieres ver siempre abierto.
reading-muted = Palabras que plegar
reading-muted-hint = Una por línea. Las publicaciones con una de estas palabras también se pliegan.
reading-discreet = Título e icono discretos
reading-discreet-hint = Las pestañas y el historial muestran “{ $word }” en lugar del nombre de esta comunidad
reading-save = Guardar

refused-muted-too-many = Son más palabras de las que este dispositivo puede guardar. Quita algunas.
