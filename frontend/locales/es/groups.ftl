### Groups: their words, and every no around them.

## How many, and who reads
amount-fewer-than-20 = menos de 20 personas
amount-about = unas { $n } personas
audience-group = Solo { $group }: { $people }, todas de { $community }.
audience-community = Toda persona con sesión abierta en { $community }: { $people }. Se queda aquí.
audience-partners = { $community }, y las comunidades aliadas cuando el equipo anfitrión enlace alguna. Les pedimos que retiren lo que tú retiras, y no podemos obligarlas.
audience-everyone = La web abierta: cualquiera, con o sin sesión. Las copias no se pueden recuperar.

## The list of groups
groups-mine = Tus grupos
groups-mine-empty = Aún no estás en ningún grupo. Cualquiera de los de abajo te recibiría con gusto.
groups-asked = Pediste unirte
groups-others = Grupos a los que podrías unirte
groups-others-empty = Estás en todos los grupos que hay. Puedes crear uno.
groups-open = Grupos de aquí
groups-open-empty = Los grupos de aquí son para miembros. Entra y los verás.
groups-none-of-pathway = Ningún grupo de aquí sigue este camino todavía.
groups-filter = Camino de recuperación
groups-filter-all = Todos los grupos
groups-filter-show = Mostrar
group-home = grupo base
group-closed-tag = cerrado
group-alive = Alguien escribió esta semana.
group-unwritten = Nadie ha escrito todavía. Un saludo vendría bien.

## About a group
group-travels = Hasta dónde pueden llegar las publicaciones
group-keepers = Quién cuida del grupo
group-keepers-hosts = El equipo anfitrión cuida de este grupo.
group-size = Cuánta gente hay
group-times-shown = Las publicaciones muestran el día y la hora.
group-times-hidden = Las publicaciones muestran solo el día, para que nadie pueda comparar horas.
group-look-after = Cuidar de este grupo
group-people = Personas
group-invitations = Enlaces de invitación
group-closed-means = Este grupo está cerrado. Se puede leer y no admite publicaciones nuevas.
group-takes-nobody = Este grupo no recibe a nadie más.
role-member = miembro
role-moderator = moderación
role-steward = responsable

## Your place in it
group-come-in = Los miembros de esta comunidad pueden unirse. Sin correo y sin nombre real.
group-come-in-hello = Entrar
group-come-in-back = Ya estuve aquí
group-is-in = Estás en este grupo.
group-is-home = Este es tu grupo base.
group-is-unlisted = No apareces en su lista de personas.
group-home-yes = Hacerlo mi grupo base
group-home-no = Ya no es mi grupo base
group-unlisted-yes = No mostrarme en la lista
group-unlisted-no = Mostrarme en la lista
group-join = Unirme
group-ask = Pedir unirme
group-ask-words = Una línea para quienes cuidan del grupo
group-ask-hint = ¿Qué te trae por aquí? Puedes dejarlo vacío.
group-asked = Pediste unirte el { $day }. Te responderá alguien que cuida del grupo.
group-withdraw = Retirar la petición
group-not-now = Quienes cuidan del grupo dijeron que ahora no. Puedes pedirlo de nuevo otro día.
group-not-now-hide = Quitar esto de la vista
group-by-invitation = A este grupo se entra con un enlace de alguien que cuida de él.
group-leave = Dejar este grupo
group-leave-title = Dejar { $group }
group-leave-means = Tus publicaciones se quedan donde están, salvo que las retires. Puedes volver por donde entraste.
group-leave-last = Eres la única persona responsable aquí. Antes de irte, tiene que haber otra. O puedes cerrar el grupo.
group-leave-hand-over = Elegir a alguien
group-stay = Quedarme

## People
group-people-here = Quién está aquí
group-people-unlisted = fuera de la lista
group-people-more = Más personas
group-people-pages = Más personas
group-asking = Quién pide unirse
group-asking-none = No espera nadie.
group-asking-since = Lo pidió el { $day }
group-answer-words = Una frase junto al “Ahora no”
group-answer-hint = La ve con la respuesta. Puedes dejarlo vacío.
group-let-in = Dejar entrar
group-answer-not-now = Ahora no
group-role-of = Qué hace aquí { $name }
group-role-save = Guardar

## Starting a group, in four questions
group-new = Crear un grupo
group-new-lead = Cuatro preguntas. Puedes cambiar cada respuesta más tarde.
group-q-who = 1. ¿Para quién es?
group-title = ¿Cómo se llama?
group-title-hint = Unas pocas palabras sencillas, hasta 60 letras.
group-purpose = ¿Para quién es, y para qué?
group-purpose-hint = Una o dos frases. Las lee toda persona que puede saber del grupo.
group-pathways = Caminos de recuperación
group-topics = De qué se recupera la gente aquí
group-tags-open = elegir
group-tags-shut = plegar
group-q-speak = 2. ¿Cómo se habla allí?
group-values = Qué importa aquí
group-values-hint = Unas pocas líneas, o ninguna.
group-rules = Cómo hablamos aquí
group-rules-hint = Con cinco líneas sobra.
group-advice = Consejos
choice-advice-own-experience = Sin consejos
choice-advice-own-experience-means = Cada persona habla desde su propia experiencia.
choice-advice-when-asked = Consejos cuando se piden
choice-advice-when-asked-means = La gente comparte ideas cuando las pide quien escribe.
choice-advice-welcome = Los consejos se agradecen
choice-advice-welcome-means = La gente comparte ideas en cualquier momento.
group-q-in = 3. ¿Quién puede entrar y quién puede saber del grupo?
group-joining = ¿Cómo se entra?
choice-joining-open = Cualquiera de aquí puede unirse
choice-joining-open-means = Un toque, y ya está dentro.
choice-joining-ask = Se pide antes
choice-joining-ask-means = Quienes cuidan del grupo dicen sí o ahora no.
choice-joining-invitation = Por invitación
choice-joining-invitation-means = Se entra con un enlace que tú das. Los enlaces caducan.
group-listed = ¿Quién puede saber del grupo?
choice-listed-group = Nadie más que sus miembros
choice-listed-group-means = Para el resto de la gente, el grupo no existe. Sus publicaciones se quedan dentro, y se entra con un enlace.
choice-listed-community = Quien inicie sesión en { $community }
choice-listed-community-means = Ve su nombre, para quién es y quién cuida de él.
choice-listed-everyone = Todo el mundo
choice-listed-everyone-means = Quien visita ve su nombre, para quién es y quién cuida de él.
group-q-far = 4. ¿Hasta dónde pueden llegar sus publicaciones?
group-ceiling = Como máximo
choice-ceiling-group = Solo este grupo
choice-ceiling-group-means = Las leen los miembros del grupo. Nunca salen de { $community }.
choice-ceiling-community = Quien inicie sesión en { $community }
choice-ceiling-community-means = Quien escribe puede dejar que lea toda la comunidad. Las publicaciones nunca salen de { $community }.
choice-ceiling-partners = Comunidades aliadas
choice-ceiling-partners-means = Quien escribe puede dejar que lean las comunidades que el equipo anfitrión ha enlazado. Mientras no haya ninguna, las publicaciones se quedan en { $community }. No hay certeza de poder recuperar las copias que estén en otro lugar.
choice-ceiling-everyone = La web abierta
choice-ceiling-everyone-means = Quien escribe puede dejar que lea cualquiera, con o sin sesión. Las copias no se pueden recuperar.
group-reach = Hasta dónde llega al principio una publicación
choice-reach-group = Solo este grupo
choice-reach-group-means = Salvo que quien escribe elija llegar más lejos.
choice-reach-community = Quien inicie sesión en { $community }
choice-reach-community-means = Salvo que quien escribe elija quedarse más cerca o llegar más lejos.
choice-reach-partners = Comunidades aliadas
choice-reach-partners-means = Salvo que quien escribe elija quedarse más cerca o llegar más lejos.
choice-reach-everyone = La web abierta
choice-reach-everyone-means = Salvo que quien escribe elija quedarse más cerca.
group-aliases = Alias y horas
choice-aliases-off = Sin alias
choice-aliases-off-means = Las publicaciones muestran el día y la hora.
choice-aliases-first-look = Alias, tras una primera mirada
choice-aliases-first-look-means = Las primeras palabras de un alias esperan hasta que las dejas pasar. Las publicaciones muestran solo el día, y las horas guardadas se borran.
choice-aliases-allowed = Alias
choice-aliases-allowed-means = Las primeras palabras con enlaces o formas de contacto esperan una mirada. Las publicaciones muestran solo el día, y las horas guardadas se borran.
group-times = Horas
group-q-address = Su dirección
group-name = Nombre corto
group-name-hint = Va detrás de /g/ en la dirección, como aves-nocturnas. Déjalo vacío y se hará con el título.
group-new-steward = Cuidas del grupo como responsable. Puedes dar a otras personas el papel de responsable o de moderación.
group-start = Crear el grupo

choice-travels-group = Las publicaciones se quedan en este grupo. Nunca salen de { $community }.
choice-travels-community = Puede leer las publicaciones quien inicie sesión en { $community }, si así lo elige quien las escribe. Nunca salen de allí.
choice-travels-partners = Las publicaciones pueden llegar a comunidades aliadas, si así lo elige quien las escribe y el equipo anfitrión ha enlazado alguna.
choice-travels-everyone = Las publicaciones pueden llegar a la web abierta, si así lo elige quien las escribe.
choice-starts-group = Al principio se ven en este grupo.
choice-starts-community = Al principio las ve quien inicie sesión aquí.
choice-starts-partners = Al principio las ven también las comunidades aliadas.
choice-starts-everyone = Al principio se ven en la web abierta.

## Changing a group
group-edit = Cambiar este grupo
group-edit-narrows = Si las publicaciones pueden llegar menos lejos que antes, en este servidor se acercan las que llegaron más lejos. No hay certeza de poder recuperar las copias que estén en otro lugar.
group-save = Guardar
group-close = Cerrar este grupo
group-close-means = Se puede seguir leyendo. Nadie publica y no entra nadie nuevo. Puedes abrirlo de nuevo.
group-reopen = Abrir este grupo de nuevo
group-reopen-means = La gente puede publicar y entrar de nuevo.
group-notes = Avisos de contenido
group-notes-lead = Qué pasa aquí con las publicaciones que tocan estos temas. Cada persona puede elegir también para sí.
group-notes-rule = Qué pasa
group-notes-to = si es “Aquí no”, enviar a
group-notes-nowhere = ningún grupo
choice-rule-allow = Se ve abierta
choice-rule-fold = Se ve plegada
choice-rule-require = Aviso obligatorio, plegada
choice-rule-elsewhere = Aquí no

## Invitation links
invitations-title = Enlaces de invitación
invitations-lead = Un enlace deja que alguien entre en esta comunidad. Dáselo a gente que conoces.
invitations-group-lead = Un enlace deja que alguien entre directamente en este grupo, y en la comunidad si acaba de llegar.
invitations-label = ¿Para qué es?
invitations-label-hint = Lo leen solo quienes ven esta lista. Deja fuera los nombres reales.
invitations-uses = ¿Cuántas personas pueden entrar con él?
invitations-days = ¿Durante cuántos días?
invitations-make = Crear un enlace
invitations-open = Enlaces que funcionan
invitations-open-none = No hay ningún enlace abierto.
invitations-unnamed = Un enlace
invitations-left = { $n ->
    [one] Puede entrar con él una persona más.
   *[other] Pueden entrar con él { $n } personas más.
}
invitations-withdraw = Retirar
invited-title = Una invitación
invited-group = Te invitan a { $group }
invited-community = Te invitan a { $community }
invited-until = Sirve hasta el { $day }.
invited-copy = Copiar
invited-copied = Copiado
invited-all = Todos los enlaces
invited-come-in = Entrar
invited-join = Unirme a este grupo
invited-in = Ya estás en este grupo.
invited-open = Abrir el grupo
invited-here = Ya estás aquí. Este enlace es para alguien nuevo.
invitation-ended-title = Este enlace ya no sirve

## Every no
refused-group-name-shape = Un nombre corto tiene de 2 a 40 letras minúsculas, cifras y guiones, como aves-nocturnas.
refused-group-name-taken = Ese nombre corto no está libre. { $suggestion } sí.
refused-group-title-taken = Aquí hay un grupo con un título parecido. Con otras palabras, el tuyo se distinguiría.
refused-group-unchosen = Elige una de estas opciones.
refused-group-reach-past-ceiling = Al principio, las publicaciones no pueden ir más lejos que su máximo. Elige un comienzo más cercano, o deja que lleguen más lejos.
refused-group-hidden-travels = Nadie puede saber de este grupo, así que sus publicaciones se quedan dentro. Elige “Solo este grupo”, o deja que se sepa de él.
refused-group-elsewhere = Las publicaciones no se pueden enviar allí. Elige otro grupo, o déjalo abierto.
refused-group-takes-nobody = Este grupo está cerrado. Se puede leer y no recibe a nadie más.
refused-join-ask-first = A este grupo se pide entrar antes de unirse. Con una línea basta.
refused-join-by-invitation = A este grupo se entra por invitación. Alguien que cuida de él puede darte un enlace.
refused-last-steward = Eres la única persona responsable aquí. Da antes ese papel a otra; después puedes irte.
refused-not-in-group = Nadie en este grupo tiene ese nombre.
refused-ask-gone = Ya no pide unirse.
refused-role-unchosen = Elige qué hace aquí.
refused-invitation-ended = Esta invitación ya no sirve. Pide otra a quien te la envió.
refused-invitation-uses = Un enlace deja entrar de 1 a 100 personas.
refused-invitation-days = Un enlace sirve de 1 a 90 días.
refused-invitation-too-many-open = Tienes muchos enlaces abiertos. Retira uno antes.
