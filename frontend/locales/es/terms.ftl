### Cuidar de toda la comunidad como un turno: de quién es, de quién fue, y lo que se deja a quien viene después.

title-terms = Quiénes cuidan de este lugar
terms-title = Quiénes cuidan de este lugar
terms-lead = Cuidar de toda la comunidad es un turno, no un título. Tiene un final, y otra persona lo retoma.
terms-you = tú
terms-rank-member = miembro
terms-rank-keeper = cuida de la comunidad
terms-rank-host = equipo anfitrión
terms-longer = Un turno acaba por sí mismo. Una semana antes se le dice a quien lo lleva. Solo el equipo anfitrión lo alarga.
terms-words-hint = Hasta 4000 letras, en Markdown. Pueden leerlas y cambiarlas quienes cuidan de la comunidad y el equipo anfitrión, y nadie más.
terms-past = Quiénes lo llevaron antes
terms-past-what = Se guarda dos años, solo para quienes cuidan de la comunidad y el equipo anfitrión.
terms-past-none = Nadie por ahora.
terms-gone = Alguien que ya no está
terms-from-to = del { $from } al { $to }
news-term-ends = Tu turno de cuidar de este lugar acaba dentro de una semana. Hay tiempo para dejarlo en otras manos.
news-term-over = Tu turno de cuidar de este lugar ha acabado. Gracias por lo que llevaste.
host-people-turn = Cuánto tiempo, para quien cuida de la comunidad
host-people-turn-usual = Como está; para alguien nuevo, veintiséis semanas
host-people-turn-hint = Acaba por sí mismo en su día, y se le dice una semana antes. Elige de nuevo para alargarlo.
host-people-term = Su turno
