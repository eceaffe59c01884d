### Lists of threads: a group's front page, who waits, feeds.

group-share = Compartir aquí
group-hello = Saludar
group-search = Buscar aquí
group-about = Acerca de este grupo
group-about-join = Acerca de este grupo y cómo unirse
group-closed = Este grupo se puede leer, pero no admite publicaciones nuevas.
group-pinned = Fijadas arriba
group-newest = Más nuevas
group-older = Más antiguas
group-empty = Aquí nadie ha dicho nada todavía. Un saludo vendría bien.
group-quiet = Hace tiempo que esto está en silencio. Un saludo vendría bien.
group-quiet-since = Nada desde el { $day }. Un saludo vendría bien.
group-door = Aquí ves lo que la gente eligió compartir con todo el mundo. El resto es para quienes están dentro.
group-door-in = Entrar

waiting-title = A la espera de una primera respuesta
waiting-lead = A estas publicaciones no ha respondido nadie. Con una línea basta.
waiting-empty = Ahora no espera nadie.
waiting-groups = Mirar un grupo

pager = Más páginas
pager-older = Más antiguas
pager-more = Más

