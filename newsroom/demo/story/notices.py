"""The notices: one that runs now, one that has ended, one for Port Calls only."""

from datetime import timedelta

from newsroom.demo.story.shape import Notice, prose

NOTICES = (
    Notice(
        key="appeal",
        kind="appeal",
        body=prose("""<p><strong>Dear reader,</strong> <em>Strait &amp; Sound</em> takes no money
            from shipowners, ports, insurers or governments. Four in ten of our readers pay, and
            they pay for the rest. If this review saves you an hour a week, please <a
            href="https://give.straitandsound.example/an-hour">give what that hour is worth</a>: 60
            euros pay one reporter’s day on a quay.</p>"""),
        series="",
        starts=timedelta(days=-10),
        ends=timedelta(days=20),
    ),
    Notice(
        key="moorings",
        kind="sponsor",
        body=prose("""<p>The summer school <a
            href="https://moorings.example/summer-school">Moorings: reading a charter party</a> took
            place in Porto Alvar with the support of the Pilots’ Benevolent Fund, which has no say
            in what we print.</p>"""),
        series="",
        starts=timedelta(days=-60),
        ends=timedelta(days=-25),
    ),
    Notice(
        key="harbour-masters",
        kind="call",
        body=prose("""<p>Are you a harbour master, an agent or a line handler? <a
            href="https://straitandsound.example/port-calls/tell-us">Tell us what changed in your
            port</a> by Sunday noon, Halifax time. Two lines and a telephone number are
            enough.</p>"""),
        series="port-calls",
        starts=timedelta(days=-28),
        ends=timedelta(days=90),
    ),
)
