### Words in what somebody may read.

search-title = Buscar
search-label = Palabras que buscar
search-hint = Busca en lo que puedes leer, y nunca busca personas. Pon entre comillas las "palabras que van juntas".
search-go = Buscar
search-within = Solo en { $group }
search-groups = Grupos
search-finds = Publicaciones y respuestas
search-groups-only = Solo grupos. Ninguna publicación o respuesta que puedas leer tiene estas palabras.
search-empty = Nada de lo que puedes leer tiene “{ $words }”.
search-suggestion = Prueba con una palabra, o solo con su comienzo.
search-reply = una respuesta
