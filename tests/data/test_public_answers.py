"""What is public is read once until the store is changed, and what one caller does to it reaches no other."""

from data.public_answers import PublicAnswers
from data.published.shipped_tables import ask_published


def test_what_is_public_is_read_once_until_the_store_is_changed(store):
    read = []

    def asked() -> int:
        return store.public.kept("how often", lambda: read.append("once more") or len(read))

    assert (asked(), asked()) == (1, 1)
    with store.change(is_acknowledged=False):
        assert asked() == 1, "what is worked out anew, such as a figure, is never public"
    assert asked() == 1
    with store.change():
        pass
    assert asked() == 2


def test_what_others_may_change_at_any_moment_is_read_each_time():
    answers = PublicAnswers(others_write=True)
    assert [answers.kept("it", lambda said=said: said) for said in ("old", "new")] == ["old", "new"]


def test_what_is_read_while_the_store_is_changed_is_not_kept_after_it():
    answers = PublicAnswers()

    def overtaken() -> str:
        answers.forget()
        return "old"

    assert answers.kept("it", overtaken) == "old"
    assert answers.kept("it", lambda: "new") == "new"


def test_what_one_caller_does_to_an_answer_reaches_no_other(store):
    question = "select authority from known_areas where level = $level"
    first = ask_published(store, question, level="Local authority")
    whole = list(first["authority"])
    first.loc[:, "authority"] = "gone"
    assert whole and list(ask_published(store, question, level="Local authority")["authority"]) == whole
    assert ask_published(store, question, level="No level").empty, "other values are another question"
