"""Sample articles: harmless ones, and texts that a plugin must survive."""

from __future__ import annotations

from quotekit.models import Article

SAMPLES: tuple[Article, ...] = (
    Article(
        "Thursday, 4 March 2021\n\n"
        "Moss: Harbour wall ‘will hold’ through the winter\n\n"
        "The Quay Post – The harbour wall will be rebuilt “stone by stone,” Mayor Ida Moss told "
        "the council on Tuesday.\n\n"
        "“We looked at concrete,” she said, “and we turned it down.” Engineer Bo Tran, who has led "
        "the works since 2019, said that the repairs would take two years.\n\n"
        "According to the fishers’ union, boats will have to move in the “quiet” months.",
        id="wall",
    ),
    Article(
        "RAVENFORD, May 3 – Rents rose again, the tenants' council warned.\n\n"
        "\"My mother told me, 'Never sign on a Friday,'\" said Mr. J. P. Orr, 61, a tenant.\n\n"
        '"I should have listened.\n\n"Now I pay for it," he added.',
        id="rents",
        published="2022-05-04",
        title="Rents rise in Ravenford",
    ),
)
"""Two short articles with dates, headlines, and every kind of quotation; nobody in them is real."""

HOSTILE: tuple[Article, ...] = tuple(
    Article(text, id=f"hostile-{n}")
    for n, text in enumerate(
        (
            "",
            " \r\n\t ",
            "“",
            "”“" * 40,
            '"' * 41,
            "“" * 40 + "x" + "”" * 40,
            "He said, “Yes,”\r\n\r\nshe said.\r“No.”\u2028“Why?” \x85he asked.",
            "\0 “\0” said \0.",
            "\ud800 “\udfff,” said \udc00 Orr.",
            "“🙂 👩‍👩‍👧” said 👤.",
            "“שלום,” אמר דוד. «نعم» قال علي.",
            "said " * 50,
            "A. B. C. D. " * 30,
        )
    )
)
"""Texts that a plugin must survive, with no words, odd marks, NUL, lone surrogates, emoji, Hebrew."""
