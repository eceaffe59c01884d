### Looking after the community: what hosts read.

host-title = Cuidar de este lugar
host-still-shut = Las puertas siguen cerradas.
host-go-on = Seguir con la preparación
host-next = Qué hacer ahora
host-all-well = Todo va bien. Aquí no hay nada que hacer.
host-health = Cómo está el servidor
host-pages = Lo que puedes cambiar
host-save = Guardar
host-look = Mostrar cómo queda
host-preview = Cómo queda
host-preview-hint = Aún no se ha guardado nada. Pulsa Guardar abajo cuando esté bien.
host-no-room = El disco está casi lleno. La gente puede leer, pero no se reciben palabras nuevas hasta que haya espacio.

todo-disk = Haz espacio en el disco
todo-disk-hint = Ahora no se reciben palabras nuevas. La gente puede seguir leyendo.
todo-ring = Devuelve el llavero a su lugar
todo-ring-hint = Lo que sella queda cerrado: algunas llaves de acceso y los alias. Ejecuta “hearthside keys restore”.
todo-helplines = Prueba los números de la página de Apoyo
todo-helplines-hint = Alguien puede llamar a uno esta noche. Aquí nadie ha probado aún todos los números.
todo-waiting = Alguien espera una primera respuesta
todo-waiting-hint = Hace un día o más. Con un saludo corto basta.
todo-parked = Quedó trabajo sin terminar
todo-parked-hint = El servidor lo intentó diez veces. Mira abajo y deja que lo intente otra vez.
todo-queue = El trabajo va con retraso
todo-queue-hint = La cola es más larga de lo debido. Si sigue así, mira el registro.
todo-backup = Haz un respaldo
todo-backup-hint = Ejecuta “hearthside backup” y guarda la copia en otra máquina.
todo-ring-copy = Haz una copia del llavero
todo-ring-copy-hint = Ningún respaldo lo contiene. Ejecuta “hearthside keys backup” y guarda la copia aparte de los respaldos.
todo-keeper = Busca a otra persona que cuide de la gente
todo-keeper-hint = En Personas, suma a alguien al equipo de cuidado, para que puedas dormir.
todo-asking = Alguien pide entrar
todo-asking-hint = Lee lo que escribió, y di sí o ahora no.

health-waiting = A la espera de una primera respuesta
health-waiting-none = Nadie. Todas las publicaciones tienen respuesta.
health-waiting-some = { $n ->
    [one] Una publicación.
   *[other] { $n } publicaciones.
}
health-waiting-today = La más antigua es de hoy.
health-waiting-days = { $n ->
    [one] La más antigua lleva un día esperando.
   *[other] La más antigua lleva { $n } días esperando.
}
health-queue = Trabajo detrás de las páginas
health-queue-well = Hecho a tiempo.
health-queue-late = { $n ->
    [one] Un minuto de retraso.
   *[other] { $n } minutos de retraso.
}
health-disk = Espacio en el disco
health-disk-well = { $gib } GiB libres.
health-disk-full = { $mib } MiB libres. No alcanza para recibir palabras nuevas.
health-disk-unknown = El sistema no lo dice.
health-backup = Último respaldo
health-backup-never = Ninguno todavía.
health-parked = Trabajo que quedó sin terminar
health-parked-hint = Cada línea dice qué era y por qué se detuvo. Aquí no se guardan nombres.
health-retry = Probar otra vez

host-community = Nombre y lugar
host-name = ¿Cómo se llama?
host-name-hint = La gente lo ve en todas las páginas.
host-sentence = Una frase sobre la comunidad
host-sentence-hint = Va debajo del nombre en la primera página.
host-language = Su idioma
host-country = Su país
host-country-hint = Dos letras, como ES o MX. De aquí sale el número para una vida en peligro.
host-indexed = Los buscadores pueden leer las publicaciones de la web abierta
host-indexed-hint = Sin marcar: ninguna página pide que la encuentren.
host-neutral = Un nombre neutro
host-neutral-hint = Va en el título y debajo del icono cuando alguien lee con discreción.
host-leave-url = Adónde lleva “Salir”
host-leave-url-hint = Una página inocente, como una enciclopedia o el tiempo.
host-leave-more = Otros lugares para elegir
host-leave-more-hint = Una dirección por línea, cinco como máximo. Cada persona puede elegir una para su dispositivo, o un lugar suyo.

host-entrance = Quién puede entrar
host-doors = ¿Quién puede entrar?
host-doors-open = Cualquiera
host-doors-open-hint = Quien encuentre este lugar puede escribir enseguida. Cuenta con visitas que no conoces.
host-doors-invitation = Por invitación
host-doors-invitation-hint = Los miembros comparten enlaces. Crece despacio, entre gente que conoce a alguien.
host-doors-ask = Yo doy el sí antes
host-doors-ask-hint = La gente escribe una línea y te espera. No entra nadie mientras no estás.
host-doors-closed = Nadie nuevo por ahora
host-doors-closed-hint = Los miembros se quedan, y la primera página dice que no hay sitio.
host-age = ¿Qué edad hay que tener?
host-age-hint = Lo normal son 18. Cada persona lo dice; no se piden papeles a nadie.
host-keepers = ¿Quién cuida contigo de la gente?
host-keepers-soon = Buscaré a alguien
host-keepers-soon-hint = Al abrir la puerta recibes un enlace para una persona. Súmala al equipo de cuidado cuando ya esté aquí.
host-keepers-quiet = Solo yo, con horas de silencio
host-keepers-quiet-hint = Cuando no hay nadie de guardia, las publicaciones nuevas esperan a quien da la bienvenida, y las páginas lo dicen.

host-words = Tus páginas
host-words-hint = Escribe en Markdown. Todo el mundo puede leer estas páginas, sin cuenta.
host-about = Qué es este lugar
host-how-we-talk = Cómo hablamos aquí
host-contact = Cómo contactar contigo
host-contact-hint = Para personas sin cuenta: alguien a quien se nombra aquí, o alguien que se quedó fuera.

host-people = Personas
host-people-asking = Piden entrar
host-people-let-in = Dejar entrar
host-people-not-now = Ahora no
host-people-here = Personas de aquí
host-people-find = Un nombre, o cómo empieza
host-people-search = Buscar
host-people-none = Nadie aquí tiene un nombre así.
host-people-more = Más personas
host-people-weeks = { $n ->
    [0] desde esta semana
    [one] desde hace una semana
   *[other] desde hace { $n } semanas
}
host-people-rank = Qué hace aquí
host-people-state = Cómo está su cuenta
host-people-since = Aquí
host-people-until = hasta el { $day }
host-people-why = Por qué
host-people-appoint = Pedirle que cuide de la gente
host-people-rank-choose = ¿Qué puede hacer?
host-people-rank-member = Miembro
host-people-rank-member-hint = Lee, escribe y responde.
host-people-rank-keeper = Equipo de cuidado
host-people-rank-keeper-hint = También cuida de todos los grupos.
host-people-rank-host = Equipo anfitrión
host-people-rank-host-hint = También ve estas páginas y puede cambiar todo lo que hay en ellas.
host-people-state-open = Dentro
host-people-state-waiting = Espera un sí
host-people-state-paused = En pausa
host-people-state-closed = Cerrada
host-people-pause = Pausar o cerrar
host-people-pause-hint = Sus palabras se quedan. Puede iniciar sesión para leer el motivo y responderte.
host-people-reason = ¿Por qué?
host-people-reason-hint = Una línea. La persona la leerá.
host-people-ends = La pausa termina el
host-people-ends-hint = Déjalo vacío para ponerle fin tú. El cierre no tiene fecha de fin.
host-people-pause-do = Pausar
host-people-close-do = Cerrar
host-people-reopen = Dejar entrar de nuevo

host-groups = Grupos
host-groups-none = Aún no hay grupos.
host-groups-start = Crear un grupo
host-groups-few = Menos de 20 personas
host-groups-many = { $n } personas
host-groups-closed = cerrado: se puede leer y no admite publicaciones nuevas
host-groups-close = Cerrar
host-groups-reopen = Abrir de nuevo

host-helplines = Números para llamar
host-helplines-lead = Están en la página de Apoyo, para todo el mundo, también sin cuenta. Prueba tú cada uno de vez en cuando.
host-line-country = País, dos letras
host-line-name = ¿Quién responde?
host-line-kind = ¿Cómo se llega?
host-line-call = Por voz
host-line-text = Por mensaje de texto
host-line-web = En la web
host-line-emergency = Peligro de vida
host-line-number = El número, o la dirección https
host-line-hours = ¿Cuándo responde alguien?
host-line-note = Una línea más, si ayuda
host-line-checked = Última prueba: { $when }
host-line-unchecked = Comprueba este número. Aquí nadie lo ha probado todavía.
host-line-check = Lo comprobé hoy
host-line-up = Subir
host-line-edit = Cambiar
host-line-remove = Quitar
host-line-add = Añadir un número

## Setting up
setup-claim = Abre una comunidad nueva
setup-claim-lead = Pusiste en marcha el servidor, así que eres la primera persona del equipo anfitrión. Unas pocas preguntas, una por página; puedes parar y volver.
setup-code = El código
setup-code-hint = El servidor lo mostró al arrancar. Si arranca de nuevo, muestra otro.
setup-your-name = Un nombre para ti
setup-your-name-hint = Inventado, como el de todo el mundo aquí. Dos palabras sencillas funcionan bien.
setup-begin = Empezar
setup-back = Atrás
setup-place = Pregunta { $n } de { $all }
setup-continue = Guardar y seguir
setup-change = Cambiar
setup-name = ¿Qué es este lugar?
setup-helplines = Números para llamar
setup-helplines-lead = Estarán en la página de Apoyo. Llama a cada uno antes de abrir, o quítalo.
setup-helplines-none = No tenemos números para este país. Añade al menos uno; las puertas se abren solo entonces.
setup-doors = ¿Quién puede entrar?
setup-keepers = ¿Quién cuida contigo de la gente?
setup-neighbours = Otras comunidades
setup-neighbours-none = Ninguna por ahora
setup-neighbours-none-hint = Nada sale de este servidor y nada entra. Puedes empezar en pequeño y en silencio.
setup-neighbours-later = Enlazar con comunidades de confianza llega en una versión posterior.
setup-groups = Grupos para empezar
setup-groups-lead = Marca las salas que quieras. Más tarde puedes cambiarlo todo en ellas.
setup-groups-there = Ya están aquí:
setup-rules = Cómo hablamos aquí
setup-rules-lead = Con cinco líneas basta. Cámbialas hasta que suenen a ti.
setup-rule = Línea { $n }
setup-rule-1 = Habla desde tu propia experiencia.
setup-rule-2 = Pregunta antes de dar consejos.
setup-rule-3 = Lo que se dice aquí se queda aquí.
setup-rule-4 = Sin cantidades, sin dónde conseguir, sin ventas.
setup-rule-5 = Si alguien está en peligro, dilo y usa Apoyo.
setup-neutral = Leer en privado
setup-check = Mira una vez más
setup-check-lead = Todo esto se puede cambiar más tarde.
setup-open = Abrir la puerta
setup-keeper-link = Para alguien que cuide contigo de la gente

starter-welcome = Bienvenida
starter-welcome-purpose = Saluda, o lee un rato. No hay prisa.
starter-night-owls = Aves nocturnas
starter-night-owls-purpose = Para las horas en que el resto duerme.
starter-first-90-days = Primeros 90 días
starter-first-90-days-purpose = Para los tres primeros meses, y para volver a ellos.
starter-wins = Logros
starter-wins-purpose = Buenas noticias de todos los tamaños.
starter-questions = Preguntas
starter-questions-purpose = Lo que quieras preguntar a quienes ya pasaron por ahí.
starter-family-and-friends = Familia y amistades
starter-family-and-friends-purpose = Para quienes quieren a alguien que bebe, consume o apuesta.
starter-reach-group = Solo pueden leerlo sus miembros.
starter-reach-community = Puede leerlo toda persona que inicia sesión aquí.
starter-reach-partners = También pueden leerlo las comunidades enlazadas, cuando las haya.

refused-country-unknown = Escribe dos letras, como ES o MX.
refused-choose-one = Elige una de estas opciones.
refused-leave-url = Hace falta una dirección de otro sitio que empiece por https, como https://www.example.org/.
refused-age-range = Elige una edad de 13 a 99.
refused-setup-code-wrong = Ese no es el último código que mostró el servidor. Mira su terminal una vez más.
refused-setup-claimed = Alguien ya empezó a preparar este lugar. Si fuiste tú, vuelve a entrar con tus palabras de regreso.
refused-setup-unfinished = Quedan preguntas abiertas. Vuelve atrás y respóndelas antes.
refused-helpline-missing = Deja al menos un número para llamar en tu país antes de abrir.
refused-helpline-number = Hace falta un número que un teléfono pueda marcar, o una dirección que empiece por https.
refused-helpline-last = Este es el último número de tu país. Añade otro antes de quitarlo.
refused-not-yourself = Esta cuenta es la tuya. Para irte, ve a Tú.
refused-takes-two = Alguien se preocupa por esta persona, y eso aún espera una mirada. Esto lo decidís dos: avisa desde su nombre, elígelo en esa página, y una segunda persona anfitriona propone lo mismo.
refused-pause-in-the-past = Elige un día posterior a hoy.
refused-day-unknown = Escribe un día como 2026-12-24.
