"""How the census of the social work workforce is built."""

from data.returns.blocks import REFERENCE_DATE, Block, Census

CSWW = Census(
    collection="CSWW",
    of_return="csww",
    title="census of the social work workforce",
    rows_called="workers",
    ends=(9, 30),
    years=("2021/22", "2022/23", "2023/24", "2024/25", "2025/26"),
    blocks={
        "LALevelVacancies": Block("posts", takes=(REFERENCE_DATE,), told_if_absent=False),
        "CSWWWorker": Block("workers", takes=(REFERENCE_DATE,)),
    },
)
