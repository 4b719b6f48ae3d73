"""Notices in French: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

FRENCH = pack(
    "french",
    {
        ("advert", "B"): r"""
            publicité
            la suite après (?:cette|la) publicité
            contenu sponsorisé
        """,
        ("related", "B"): r"""
            (?:à lire|lire|voir|écouter) aussi.{0,200}
            sur le même (?:sujet|thème)
            les plus lus
            à la une
            en ce moment
            lire la suite
            nos articles sur le sujet
        """,
        ("share", "B"): r"""
            partager (?:cet article|sur .{2,20})
            copier le lien
            suivez-nous.{0,40}
        """,
        ("share", "C"): r"""
            partager
            imprimer
            envoyer
        """,
        ("newsletter", "B"): r"""
            (?:inscrivez-vous|abonnez-vous) à (?:la|notre|nos) newsletters?.{0,120}
            votre adresse e-?mail
        """,
        ("subscribe", "B"): r"""
            je m[’']abonne
            abonnez-vous
            s[’']abonner
            article réservé aux abonnés.{0,60}
            déjà abonné ?\?.{0,40}
        """,
        ("subscribe", "C"): r"""
            se connecter
        """,
        ("comments", "B"): r"""
            (?:lire|voir|afficher) les commentaires
            \d+ commentaires?
        """,
        ("comments", "C"): r"""
            commentaires
            réagir
        """,
        ("cookie", "B"): r"""
            gestion des cookies
            (?:accepter|refuser) (?:les|tous les) cookies
            continuer sans accepter
        """,
        ("navigation", "B"): r"""
            aller au contenu(?: principal)?
            haut de page
            accueil
        """,
        ("copyright", "B"): r"""
            mentions légales
            tous droits réservés\.?
        """,
        ("metadata", "B"): r"""
            temps de lecture ?:? .{1,20}
            (?:publié|mis à jour) le .{6,60}
        """,
        ("caption", "B"): r"""
            (?:crédit|crédits|photo) ?: .{2,80}
        """,
    },
)
