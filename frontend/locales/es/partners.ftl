### Otras comunidades: con quién habla esta.

peers-title = Otras comunidades
peers-lead = Lo que se escribe para «comunidades aliadas» va a donde has enlazado, y a ningún otro sitio.
peers-asking = Piden ser aliadas
peers-asking-hint = Lee lo que prometen y di sí o no.
peers-partners = Aliadas
peers-none = Ninguna todavía.
peers-touch = En contacto
peers-touch-hint = Siguen un grupo de aquí, o gente de aquí sigue uno suyo. Nadie ha pedido que seáis aliadas.
peers-others = Preguntadas, rechazadas o terminadas
peers-ask = Pedir a una comunidad que sea aliada
peers-ask-lead = Ven esto de nosotros y deciden. No se envía nada más hasta que ambas digan sí.
peers-ask-domain = El nombre de la comunidad en la red
peers-ask-hint = Por ejemplo calmwater.example. Pídeselo a alguien de allí a quien conozcas.
peers-ask-do = Enviar la petición
peers-links = Quién puede hablar con nosotros
peers-links-ask = ¿Qué comunidades pueden hablar con esta?
peers-links-closed = Ninguna
peers-links-closed-hint = Nada entra y nada sale. Lo que está en camino espera. Las copias enviadas se quedan donde están.
peers-links-partners = Las que enlaces, una por una
peers-links-partners-hint = Preguntas tú, o preguntan ellas. Ambas ven lo que promete la otra y dicen sí primero.
peers-links-open = Todas menos las que mantienes lejos
peers-links-open-hint = Lo que está en la web abierta se puede seguir y responder desde cualquier lugar. Lo que es para aliadas va solo a las aliadas.
peers-never = Lejos de aquí
peers-list = Comunidades sobre las que has decidido
peers-list-count = { $n ->
    [0] Ninguna por ahora.
    [one] Una comunidad.
   *[other] { $n } comunidades.
}
peers-list-lead = Lo que se decide aquí vale también para cada nombre por debajo: calm.example incluye a.calm.example.
peers-list-none = Todavía no has decidido nada.
peers-list-export = Llevarte la lista (CSV)
peers-list-one = Mantener lejos a una comunidad
peers-list-one-hint = Desde ahora no entrará nada de allí ni saldrá nada. Si es aliada, se abre su propia página.
peers-list-one-do = Mantenerla lejos
peers-list-import = Usar una lista de otro sitio
peers-list-text = Pega la lista
peers-list-hint = CSV como lo escribe Mastodon, o un nombre en cada línea. Primero ves qué cambiaría.
peers-list-look = Ver qué cambiaría
peers-plan = Qué cambiaría esta lista
peers-plan-lead = Todavía no se ha cambiado nada. Una lista no suaviza nada ni decide sobre aliadas.
peers-plan-stricter = Se tratarían con más rigor
peers-plan-same = Ya se tratan así
peers-plan-partners = Aliadas, que quedan como están
peers-plan-unread = Líneas que no pudimos leer
peers-plan-n = { $n ->
    [0] Ninguna
    [one] Una
   *[other] { $n }
}
peers-plan-media = Sin imágenes de allí
peers-plan-apply = { $n ->
    [one] Aplicar a una comunidad
   *[other] Aplicar a { $n } comunidades
}
peers-plan-leave = Dejar todo como está

peer-title = Otra comunidad
peer-since = Desde { $when }.
peer-state-known = No sois aliadas.
peer-state-asking = Piden ser aliadas.
peer-state-asked = Has preguntado. Aún no han respondido.
peer-state-partner = Sois aliadas.
peer-state-refused = La petición fue rechazada.
peer-state-ended = La alianza terminó.
peer-disguised = Este nombre tiene letras más allá de la a a la z, escritas en clave. Compáralo letra por letra con lo que te dijo la otra persona anfitriona.
peer-paused = En pausa: su clave ha cambiado
peer-key-hint = Alguien con otra clave habla ahora como esta comunidad. Nada entra y nada sale. Pregunta a su equipo anfitrión por otra vía si la han cambiado.
peer-key-was = La clave que enlazaste
peer-key-is = La clave que vemos ahora
peer-key-keep = Son ellos. Seguir con la clave nueva
peer-promises = Lo que prometen
peer-promises-none = Aún no lo han dicho.
peer-answer = Tu respuesta
peer-accept-means = Si dices sí, los grupos que miran a las aliadas se podrán seguir desde allí, y los suyos desde aquí. Las copias van a su servidor. Les pedimos que borren lo que borréis; no podemos obligarlos.
peer-accept = Sí, ser aliadas
peer-refuse-means = Si dices no, sabrán que has rechazado. Pueden volver a preguntar.
peer-refuse = No, ahora no
peer-groups = Lo que pueden seguir
peer-groups-ask = ¿Qué grupos pueden seguir?
peer-groups-all = Todos los grupos que miran a las aliadas, también los nuevos
peer-groups-hint = Un grupo que quites ya no enviará nada nuevo allí. Las copias enviadas se quedan.
peer-talk = Cómo llegan las cartas
peer-health = Responden
peer-unknown = Aún no ha llegado nada allí.
peer-fine = Bien. Reciben lo que enviamos.
peer-shaky = No recibieron las últimas cartas. Lo intentamos pronto otra vez.
peer-silent = Sin respuesta desde { $when }. Lo intentamos cada pocas horas.
peer-waiting = En camino hacia allí
peer-letters = { $n ->
    [0] Nada.
    [one] Una carta.
   *[other] { $n } cartas.
}
peer-holds = Copias que tienen
peer-holds-n = { $n ->
    [0] Ninguna que sepamos.
    [one] Una.
   *[other] { $n }.
}
peer-dead = No se pudo entregar
peer-dead-hint = No recibieron estas cartas. Se quedan aquí siete días; las peticiones de borrar, treinta.
peer-kind-create = Algo nuevo
peer-kind-update = Un cambio
peer-kind-delete = Una petición de borrar
peer-kind-link = Sobre la alianza
peer-kind-other = Otra cosa
peer-why-unreachable = Nadie responde allí.
peer-why-slow = La respuesta tardó demasiado.
peer-why-busy = Nos pidieron volver más tarde.
peer-why-their-fault = Algo va mal en su lado.
peer-why-not-verified = No pudieron saber que era nuestra.
peer-why-refused = No la quieren.
peer-why-unsafe = No hablamos con esa dirección.
peer-why-too-late = Se intentó durante todo el plazo.
peer-retry = Intentarlo ahora
peer-sees = ¿Qué verían?
peer-sees-lead = Con lo que has decidido, pueden leer esto.
peer-sees-nothing = Nada. La puerta está cerrada para ellos.
peer-sees-groups = Grupos que pueden seguir
peer-sees-threads = { $n ->
    [0] ningún hilo que puedan leer
    [one] un hilo
   *[other] { $n } hilos
}
peer-sees-newest = Los hilos más nuevos
peer-sees-untitled = Un hilo sin título
peer-sees-hint = Los grupos que no ves tampoco aparecen aquí.
peer-stance = Lo que pueden hacer
peer-stance-ask = ¿Qué pueden hacer aquí?
peer-allow = Lo que permite el enlace
peer-allow-hint = Nada especial.
peer-limit = Quedar en segundo plano
peer-limit-hint = Solo quien los sigue aquí ve lo que llega de allí.
peer-hold = Esperar una mirada
peer-hold-hint = Lo que llega de allí espera hasta que alguien que cuida el grupo lo deje pasar.
peer-block = Quedar lejos
peer-block-hint = Desde ahora no entra nada. Primero se les pide borrar cada copia que tienen; lo pedimos durante 30 días. Lo demás que estaba en camino se descarta y la alianza termina. Lo que hagan con las copias depende de ellos.
peer-block-now = Si van a quedar lejos: tienen { $held ->
    [0] ninguna copia que sepamos
    [one] una copia
   *[other] { $held } copias
}, y { $waiting ->
    [0] no hay nada en camino
    [one] se descarta una carta
   *[other] se descartan { $waiting } cartas
}. Quienes hablan entre ambas comunidades pierden el hilo.
peer-no-media = Sin imágenes de allí
peer-no-media-hint = Las direcciones de imágenes, vídeos y sonidos se quitan de lo que llega de allí y de los grupos de allí; lo que las describe se queda. De los mensajes que ya están aquí se quitan en unos minutos, y no vuelven si más tarde aceptas imágenes otra vez.
peer-no-media-now = No aceptas imágenes de allí: sus direcciones se quitan, y lo que las describe se queda.
peer-comment = ¿Por qué?
peer-comment-hint = Una línea para ti y para quien reciba tu lista. Los miembros no la ven.
peer-undo = Retirar la petición
peer-undo-means = Sabrán que ya no lo pides.
peer-undo-do = Retirarla
peer-end = Terminar
peer-end-means = No irá nada nuevo en ninguna dirección. Les pedimos que borren las copias que tienen ({ $held }) y lo pedimos durante 30 días. Aquí ya no llegan respuestas de allí. Más adelante puedes volver a preguntar.
peer-end-do = Terminar la alianza

promise-name = Nombre
promise-software = Programa
promise-limits = Lo escrito para aliadas
promise-limits-yes = Dicen: se queda entre aliadas.
promise-limits-no = No dicen que se quede entre aliadas. Trátalo todo como la web abierta.
promise-remains-label = Lo borrado desaparece
promise-in-days = en { $days } días
promise-rules = Cómo se habla allí
promise-contact = Quién la lleva
promise-unsaid = No dicho.
promise-not-proof = Son sus palabras. No podemos comprobarlas.

partners-lead = Lo escrito para comunidades aliadas se puede leer allí, y lo suyo aquí.
partners-keeps = dice que guarda entre aliadas lo que es para aliadas
partners-keeps-not = trata lo que va allí como la web abierta
partners-open = Lo que está en la web abierta también se puede seguir desde otras comunidades.
todo-links = Una comunidad te espera
todo-links-hint = Pide ser aliada, o su clave ha cambiado.

refused-peer-domain = Escribe el nombre de una comunidad, como calmwater.example.
refused-peer-own = Este es nuestro propio nombre.
refused-peer-closed = Los enlaces están cerrados. Elige primero quién puede hablar con nosotros.
refused-peer-blocked = Esta comunidad está lejos por decisión tuya. Cámbialo primero en su página.
refused-peer-not-asking = No tienen ninguna petición en espera. Quizá la han retirado.
refused-peer-choice = Elige una opción.
refused-peer-list = No se puede leer ninguna línea de esta lista. No se ha cambiado nada.
refused-peer-crowd = Demasiadas comunidades esperan respuesta aquí. Inténtalo más tarde.

# Un aviso de contenido para palabras que otra comunidad marcó sin decir por qué.
far-sensitive = marcado como delicado

far-title = Grupos de otras comunidades
far-lead = Lees y respondes en ellos desde aquí. Cada uno tiene sus propias normas y quienes lo cuidan.
far-known = Encontrados aquí antes
far-partners = Comunidades aliadas
far-theirs = Grupos de { $community }
far-theirs-lead = Los que nos muestra. Al mirar, sabe que alguien de aquí miró, pero no quién.
far-theirs-none = No nos muestra ningún grupo. Aún puedes buscar uno por su dirección.
far-find = Buscar un grupo
far-address = Su dirección
far-address-hint = Por ejemplo @night-owls@quiet.example, o la dirección de su página.
far-find-do = Mirar
far-private = Cuando alguien de aquí entra, esa comunidad sabe que alguien de aquí lee, y no quién. Lo que escribes allí llega con el nombre con que escribes.
far-closed = Esta comunidad aún no tiene enlaces con otras. Quien la lleva puede crearlos.
far-state-wanted = nadie de aquí está dentro todavía
far-state-asked = preguntado; aún sin respuesta
far-state-in = sus mensajes llegan aquí
far-state-refused = dijo que no
far-state-left = ya nadie de aquí está dentro
far-group-from = Un grupo de { $community }. Lo cuida su propia gente.
far-how-it-stands = Si sus publicaciones llegan aquí

refused-far-address = Eso no es la dirección de un grupo. Es algo como @night-owls@quiet.example.
refused-far-not-linked = Esta comunidad no tiene enlace con aquella. Quien la lleva puede pedirlo.
refused-far-no-group = No hay ningún grupo con esta dirección, o no está abierto a esta comunidad.
refused-far-not-reached = Aquella comunidad no responde ahora. Prueba dentro de un rato.

came-title = Lo que llegó de ellos
came-lead = Los últimos treinta días. Lo que enviaron no se guarda una vez hecho: aquí solo hay números.
came-done = Recibido
came-waiting = Espera a que se abra
came-n = { $n ->
    [0] Nada.
    [one] Una cosa.
   *[other] { $n } cosas.
}
came-concerns = Preocupaciones que nos contaron
came-concerns-hint = Nada ocurre por sí solo. Mira y decide como con una preocupación de aquí. Se guardan treinta días.
came-concern-bare = Sin palabras.
came-without = Lo que no tuvo efecto, y por qué
came-without-none = Todo se recibió.
came-not-theirs = No les tocaba decirlo.
came-unread = Un tipo de cosa que esta comunidad no recibe.
came-no-place = Es para un grupo o una publicación que no está aquí, o no es para ellos.
came-not-had = No se pudo obtener aquello de lo que habla.
came-kept-away = Es de gente que debe quedarse fuera.
came-gone = Ya se había retirado.
came-odd = Nombra a demasiadas personas, lleva una fecha futura o da vueltas en círculo.
came-again = Ya estaba aquí.
came-theirs = Lo deciden ellos, y se hizo de su lado.
came-our-fault = No pudimos, por un fallo nuestro.
came-rules = Las reglas del grupo o de esta comunidad no lo permiten.

## Avisos que esperan
peer-leaves = Qué sale de aquí
peer-comes = Qué llega
peer-groups-n = { $n ->
    [0] Nada
    [one] Un grupo
   *[other] { $n } grupos
}
peer-deletes = Se le pidió borrar
peer-deletes-all = Todo lo pedido hasta ahora está confirmado.
peer-deletes-n = { $asked ->
    [0] No queda nada por confirmar.
    [one] Una petición espera confirmación.
   *[other] { $asked } peticiones esperan confirmación.
} { $unheard ->
    [0] { "" }
    [one] Una nunca se confirmó: puede que las palabras sigan allí.
   *[other] { $unheard } nunca se confirmaron: puede que las palabras sigan allí.
}
peer-told-about = Avisos sobre su gente
peer-told-by = Avisos que nos envió
peer-told-n = { $n ->
    [0] Ninguno espera
    [one] Uno espera a que alguien lo mire
   *[other] { $n } esperan a que alguien los mire
}
