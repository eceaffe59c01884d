### A member's first page of the day.

today-morning = Mañana del { $day }
today-afternoon = Tarde del { $day }
today-evening = Noche del { $day }
today-night = Noche del { $day }
today-greeting = Qué bueno verte,

today-in = Ya estás dentro, { $name }.
today-in-words = La gente que anda por aquí puede ver que alguien acaba de llegar. No hay nada que hacer: lee, di una línea o vuelve más tarde.
today-in-share = Decir algo
today-words = Aún no guardaste tus palabras de regreso
today-words-why = Son el camino de vuelta. No hay un correo que ayude si este dispositivo se pierde.
today-words-go = Ver mis palabras de regreso
today-reading = Lee a tu manera
today-reading-why = Día o noche, letras más grandes, palabras que prefieres no encontrar. Se queda en este dispositivo.
today-reading-go = Elegir cómo leer
today-later = Ahora no

today-answers = Personas que te respondieron
today-answers-none = Nadie ha respondido todavía. No es por ti; es pronto.
today-news-all = Todo lo que pasó
today-waiting-all = Todas las que esperan
today-news = Hay algo nuevo desde la última vez que miraste.

today-rooms = Tus grupos
today-suggested = Grupos que podrías mirar
today-suggested-none = Aún no hay un grupo abierto a todo el mundo.
today-find-group = Buscar otro
today-room = { $words } · { $when }
today-room-empty = Aún no hay nada. Un saludo vendría bien.
today-room-news = Algo nuevo
here-few = Hay unas pocas personas aquí ahora
here-ten = Hay unas diez personas aquí ahora
here-twenty = Hay unas veinte personas aquí ahora
here-many = Hay muchas personas aquí ahora
today-search = Buscar en lo que puedes leer

today-asking = De alguien a quien acompañas
today-asks = Alguien pide compañía ahora mismo.
today-asks-go = Ver quién pide
