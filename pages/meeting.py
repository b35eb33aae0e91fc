"""Mötet: the month as slides, decisions and their outcome, the weekly picture; frozen when closed."""

from ui import meeting_decisions, meeting_desk, meeting_list, meeting_parties, meeting_state, meeting_week
from ui.meeting_stage import stage
from ui.shell import guard_with_counts

view, period = guard_with_counts()
found = meeting_state.opened(view)
slide = meeting_state.current(found) if found else None

if found is None:
    meeting_list.top(view)
    meeting_list.meetings(view)
    meeting_list.make(view, period)
elif slide and meeting_state.is_full_screen():
    stage(found, slide, view)
else:
    meeting_desk.top(found, view)
    if found.meeting.kind == "week":
        meeting_week.one_page(found, view)
    else:
        meeting_desk.slides(found, slide, view)
    meeting_parties.parties(found, view)
    meeting_decisions.overview(found, view)
    meeting_desk.ending(found, view)
