import time

import pytest

from newsroom.compose import compose
from tests.factories import *


@pytest.mark.django_db
def test_b():
    s = series()
    t = time.perf_counter()
    ds = [issue(s) for _ in range(20)]
    print("issue", (time.perf_counter() - t) / 20)
    t = time.perf_counter()
    [compose(d) for d in ds]
    print("compose", (time.perf_counter() - t) / 20)
    t = time.perf_counter()
    [pressed(d) for d in ds]
    print("pressed", (time.perf_counter() - t) / 20)
    t = time.perf_counter()
    [photo() for d in ds[:5]]
    print("photo", (time.perf_counter() - t) / 5)
    import cProfile
    import pstats

    p = cProfile.Profile()
    p.enable()
    [corrected(d, now=T0 + HOUR) for d in ds]
    p.disable()
    pstats.Stats(p).sort_stats("tottime").print_stats(25)
