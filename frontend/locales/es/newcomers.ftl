### Los primeros días de alguien, para quién trabaja, y lo que parece venta.

host-newcomers = Cuando alguien llega
host-newcomers-lead = Quienes venden buscan a la gente que acaba de llegar. Al principio algunas cosas esperan. El formulario lo dice antes de enviar nada, y nada de lo escrito se pierde.
host-newcomers-weeks = Cuánto esperan los enlaces y las invitaciones
host-newcomers-weeks-hint = Se cuenta en semanas que empiezan en lunes: no guardamos una fecha más fina. Nadie espera más de dos, y nadie espera donde la comunidad misma empezó hace menos de dos semanas.
host-newcomers-for = { $weeks ->
    [0] No esperan
    [one] La primera semana
   *[other] Las primeras { $weeks } semanas
}
host-newcomers-posts = Y hasta que queden tantas publicaciones o respuestas
host-newcomers-posts-hint = De 0 a 10. Las palabras no son el precio de quedarse: después de dos semanas no se cuentan.
host-newcomers-watches = Lo que parece venta espera una mirada
host-newcomers-watches-hint = Teléfonos, direcciones, enlaces que cuentan quién envió a la gente, invitaciones a otros sitios, lo que dicen quienes venden, y el mismo texto de un mismo nombre en varios lugares, también en lo que llega de grupos de otras comunidades. Las oraciones y los lemas quedan fuera. Solo espera, y nunca cuenta en contra de nadie. Tus líneas de ayuda, y lo que está en tus páginas y en las reglas de un grupo, quedan fuera.
refused-newcomer-weeks = Elige 0, 1 o 2 semanas.
refused-newcomer-posts = Elige de 0 a 10.

settling-say-links = { $posts ->
    [0] Los enlaces se abren para ti aquí { $days ->
        [one] mañana
       *[other] en { $days } días
    }. Hasta entonces, cuéntalo con tus palabras.
   *[other] Los enlaces se abren para ti aquí después de tu primera semana, cuando { $posts ->
        [one] quede una publicación o respuesta tuya más
       *[other] queden { $posts } publicaciones o respuestas tuyas más
    }, y a más tardar en { $days ->
        [one] un día
       *[other] { $days } días
    }. Hasta entonces, cuéntalo con tus palabras.
}
refused-settling-links = { $posts ->
    [0] Los enlaces esperan los primeros días, porque quienes venden buscan a la gente que acaba de llegar. Los tuyos se abren { $days ->
        [one] mañana
       *[other] en { $days } días
    }. Quita el enlace y envía lo demás, o guárdalo como borrador.
   *[other] Los enlaces esperan los primeros días, porque quienes venden buscan a la gente que acaba de llegar. Los tuyos se abren después de tu primera semana, cuando { $posts ->
        [one] quede una publicación o respuesta tuya más
       *[other] queden { $posts } publicaciones o respuestas tuyas más
    }, y a más tardar en { $days ->
        [one] un día
       *[other] { $days } días
    }. Quita el enlace y envía lo demás, o guárdalo como borrador.
}
refused-settling-invite = { $posts ->
    [0] Invitar se abre para ti { $days ->
        [one] mañana
       *[other] en { $days } días
    }. Qué bien que quieras que venga alguien.
   *[other] Invitar se abre para ti después de tu primera semana, cuando { $posts ->
        [one] quede una publicación o respuesta tuya más
       *[other] queden { $posts } publicaciones o respuestas tuyas más
    }, y a más tardar en { $days ->
        [one] un día
       *[other] { $days } días
    }. Qué bien que quieras que venga alguien.
}

newcomer-shield = Que responda gente que lleva un tiempo aquí
newcomer-shield-hint = Durante dos semanas, nadie que haya llegado tan hace poco como tú puede responder. Se dice junto a tu publicación, y puedes terminarlo cuando quieras. Un alias no lo tiene: diría que quien está detrás llegó hace poco.
newcomer-shielded = Quien escribió esto llegó hace poco, y querría respuestas de gente que lleva un tiempo aquí.
newcomer-shield-yours = { $days ->
    [one] Responde gente que lleva un tiempo aquí, un día más.
   *[other] Responde gente que lleva un tiempo aquí, { $days } días más.
}
newcomer-shield-end = Que responda cualquiera
newcomer-shield-ask = Pedir que responda gente que lleva un tiempo aquí
newcomer-say-shielded = Quien escribió esto llegó hace poco, y querría respuestas de gente que lleva un tiempo aquí. Tú lo llevas: puedes escribir. No le pidas más que cómo está.
refused-newcomer-shielded = Quien escribió esto llegó hace poco, y querría respuestas de gente que lleva un tiempo aquí. Una palabra amable bajo la publicación también le llega. Lo que escribiste puede guardarse como borrador.
refused-newcomer-not-new = Esto es para quienes llegaron hace poco. Tu publicación queda como está.

affiliation-title = Para quién trabajo
affiliation-row = Si te pagan por tratamiento, vivienda o algo que compra la gente en recuperación
affiliation-lead = Si trabajas para un negocio que paga la gente en recuperación, es tuyo o te paga, dilo aquí. Aquí se te recibe bien; la gente solo quiere saberlo.
affiliation-now = Lo que está junto a tu nombre
affiliation-tie = Qué clase de negocio
affiliation-tie-treatment = Tratamiento: una clínica, desintoxicación, terapia
affiliation-tie-housing = Una casa de recuperación
affiliation-tie-product = Un producto, una aplicación, un libro
affiliation-tie-other = Otra cosa que paga la gente en recuperación
affiliation-with = Cuál
affiliation-with-hint = Su nombre como se conoce. Hasta 80 letras.
affiliation-where = Está junto a todo lo que dices con tu nombre, aquí y en otras comunidades, y también junto a lo que dijiste antes aquí.
affiliation-alias = No está junto a tus alias, y nada los une. Algunos grupos piden estas etiquetas: allí hablas solo con tu nombre.
affiliation-save = Ponerlo junto a mi nombre
affiliation-off = Quitarlo
affiliation-off-hint = Se va cuatro semanas después, para que nadie que contaba con ello lo encuentre de pronto ausente.
affiliation-goes = Se va el { $day }.
affiliation-held = La puso quien lleva la comunidad. Puedes responder a la decisión:
affiliation-says-treatment = Trabaja en tratamiento: { $with }
affiliation-says-housing = Trabaja para una casa de recuperación: { $with }
affiliation-says-product = Le pagan por un producto: { $with }
affiliation-says-other = Trabaja para { $with }
refused-affiliation-unchosen = Elige qué clase de negocio es.
refused-affiliation-held = Esta etiqueta la puso quien lleva la comunidad. Puedes responder a la decisión en Tú, decisiones.
refused-affiliation-alias = En este grupo, quien cobra en este campo habla con el nombre que lo dice. Solo tú lees esto. Puedes compartirlo con tu nombre, o en otro sitio.
rules-asks-labels = Quien cobra en este campo habla con su nombre
rules-asks-labels-hint = Quien dijo para quién trabaja no puede usar un alias aquí. Solo esa persona lo lee; tú nunca sabes de quién es un alias.

held-why-shield = Alguien que llegó hace poco pidió respuestas de gente que lleva un tiempo aquí, y a esta persona no se la conoce.
held-why-lead = Dice lo que dicen quienes venden.
held-why-invite = Invita a otro sitio.
held-why-phone = Lleva un número de teléfono.
held-why-mail = Lleva una dirección de correo.
held-why-tracked = Lleva un enlace que cuenta quién envió a la gente.
held-why-same = El mismo texto se envió a varios lugares.
waits-why-lead = Algunas de estas palabras son las que dicen quienes venden a la gente en recuperación, así que alguien mira antes. No dice nada de ti.
waits-why-invite = Invita a otro sitio, así que alguien mira antes. No dice nada de ti.
waits-why-phone = Lleva un número de teléfono, así que alguien mira antes: los usan quienes venden, y un número puede delatar a alguien.
waits-why-mail = Lleva una dirección de correo, así que alguien mira antes: las usan quienes venden, y una dirección puede delatar a alguien.
waits-why-tracked = Lleva un enlace que cuenta quién envió a la gente, así que alguien mira antes. Sin la parte tras el signo de interrogación saldría enseguida.
waits-why-same = El mismo texto fue a varios lugares, así que alguien mira antes. Un lugar suele bastar.

host-newcomers-minutes = Minutos entre dos cosas que dicen en un grupo, durante ese tiempo
host-newcomers-minutes-hint = De 0 a 60; 0 es ninguno. Lo que dicen en un hilo propio nunca espera, ni una recaída, ni pedir que alguien esté pendiente, ni pedir compañía.
refused-newcomer-minutes = Elige de 0 a 60.
newcomer-say-pace = { $minutes ->
    [one] En tus primeros días pasa un minuto entre dos cosas que dices en un grupo, para que haya tiempo de leerse. Tus propios hilos, una recaída y pedir a alguien nunca esperan.
   *[other] En tus primeros días pasan { $minutes } minutos entre dos cosas que dices en un grupo, para que haya tiempo de leerse. Tus propios hilos, una recaída y pedir a alguien nunca esperan.
}
refused-newcomer-pace = { $minutes ->
    [one] Tus palabras están aquí. En los primeros días pasa un poco de tiempo entre dos cosas que se dicen: puedes enviarlo en un minuto. Si necesitas a alguien ahora, pulsa Apoyo arriba: eso nunca espera.
   *[other] Tus palabras están aquí. En los primeros días pasa un poco de tiempo entre dos cosas que se dicen: puedes enviarlo en { $minutes } minutos. Si necesitas a alguien ahora, pulsa Apoyo arriba: eso nunca espera.
}
