"""Who holds which case: day by day, cases go to the worker of the team who has most room."""

from collections import defaultdict

from data.invention.chance import Chance
from data.invention.ordinal_days import FIRST_WINDOW, LAST_DAY
from data.invention.people import Allocation, Child, Worker
from data.invention.workforce import CASE_HOLDING, OPENED

SECOND_WORKER = 0.09
UNEVEN = 7.0
"""How many cases' worth of chance there is in who gets the next one: nobody's diary is read perfectly."""
CLOSE, JOIN, LEAVE, MOVE = range(4)


def allocate(seed: int, children: list[Child], workers: list[Worker]) -> None:
    """Give every open case to a worker on every day, and write the spells on the children."""
    office = Office(Chance(seed, "caseload"))
    holders = [worker for worker in workers if worker.role in CASE_HOLDING]
    for _when, _what, _number, act, arguments in sorted(events(office, children, holders), key=lambda event: event[:3]):
        act(*arguments)
    add_second_workers(Chance(seed, "second workers"), children, holders)
    number_allocations(children)


def events(office: "Office", children: list[Child], holders: list[Worker]) -> list[tuple]:
    """List what happens: on one day cases close, then workers join, then others leave, then cases move."""
    diary = []
    for worker in holders:
        diary.append((max(worker.start, OPENED), JOIN, len(diary), office.join, (worker,)))
        diary.append((worker.end, LEAVE, len(diary), office.leave, (worker,)))
    for child in children:
        moves = child.moves
        for position, (when, case_type, service) in enumerate(moves):
            until = moves[position + 1][0] if position + 1 < len(moves) else LAST_DAY + 1
            if until <= OPENED or when > LAST_DAY:
                continue
            arguments = (max(when, OPENED), child, case_type, child.family.team.get(service, ""))
            # The earlier stage ends first, so that a worker who leaves that day does not pass on a case that closes.
            if position:
                diary.append((arguments[0], CLOSE, len(diary), office.close_unless_kept, arguments))
            if case_type:
                diary.append((arguments[0], MOVE, len(diary), office.move, arguments))
    return [event for event in diary if event[0] <= LAST_DAY]


class Office:
    """Know who is in post in each team and who holds what."""

    def __init__(self, chance: Chance):
        """Begin with nobody in post and no case."""
        self.chance = chance
        self.in_post: dict[str, list[Worker]] = defaultdict(list)
        self.open: dict[Child, Allocation] = {}

    def join(self, worker: Worker) -> None:
        """Let a worker begin."""
        self.in_post[worker.team].append(worker)

    def leave(self, worker: Worker) -> None:
        """Let a worker go; the cases pass to colleagues, brothers and sisters together."""
        self.in_post[worker.team].remove(worker)
        for spell in sorted(worker.cases, key=lambda spell: spell.child.child_id):
            spell.end = worker.end
            self.open.pop(spell.child)
            self.take(worker.end, spell.child, spell.types[-1][1], worker.team)
        worker.cases.clear()

    def close_unless_kept(self, when: int, child: Child, case_type: str, team: str) -> None:
        """End the spell, unless the case goes on in the same team."""
        spell = self.open.get(child)
        if spell and not (case_type and spell.worker.team == team):
            spell.end = when
            spell.worker.cases.discard(spell)
            del self.open[child]

    def move(self, when: int, child: Child, case_type: str, team: str) -> None:
        """Begin the stage: with the same worker where the team stays, else with a new one."""
        spell = self.open.get(child)
        if spell:
            spell.types.append((when, case_type))
        else:
            self.take(when, child, case_type, team)

    def take(self, when: int, child: Child, case_type: str, team: str) -> None:
        """Give a case to the worker of a brother or sister, or else to the one with most room."""
        worker = next((s.worker for s in self.siblings(child) if s.worker.team == team), None)
        worker = worker or min(self.in_post[team], key=self.load)
        spell = Allocation(child, worker, when, [(when, case_type)])
        worker.cases.add(spell)
        child.allocations.append(spell)
        self.open[child] = spell

    def siblings(self, child: Child) -> list[Allocation]:
        """List the open spells of brothers and sisters whose worker stays."""
        spells = [self.open.get(sibling) for sibling in child.family.children if sibling is not child]
        return [s for s in spells if s and s.worker in self.in_post[s.worker.team]]

    def load(self, worker: Worker) -> float:
        """Weigh a worker's cases against hours and pace."""
        return (len(worker.cases) + UNEVEN * self.chance.random()) / worker.room


def add_second_workers(chance: Chance, children: list[Child], holders: list[Worker]) -> None:
    """Let a second worker support some of the children on a plan or looked after."""
    for child in children:
        for spell in list(child.allocations):
            if spell.types[-1][1] not in ("CP", "CLA") or not chance.yes(SECOND_WORKER):
                continue
            team = [w for w in holders if w.team == spell.worker.team and w.start <= spell.start < w.end - 20]
            colleague = team[chance.between(0, len(team) - 1)] if team else spell.worker
            if colleague is not spell.worker:
                end = min(spell.end or LAST_DAY + 1, colleague.end)
                second = Allocation(child, colleague, spell.start, list(spell.types), end, "SECOND")
                second.end = end if end <= LAST_DAY else None
                child.allocations.append(second)


def number_allocations(children: list[Child]) -> None:
    """Number the spells that can appear in an extract in the order they began."""
    spells = [s for child in children for s in child.allocations if s.end is None or s.end > FIRST_WINDOW]
    for number, spell in enumerate(sorted(spells, key=lambda s: (s.start, s.child.child_id, s.allocated_as)), start=1):
        spell.allocation_id = f"A{number:05d}"
