// WebSample: an event as the pages see it, made of commands.
#pragma once

#include "server/arbiter/event_mirror.h"
#include "server/web/words.h"
#include "tests/support/sample_events.h"

namespace parterre::testing {

class WebSample
{
public:
    explicit WebSample(SeatPlanPtr plan = samplePlan()) : m_event(plan) {}
    WebSample(const SeatPlanPtr& plan, EventTerms terms) : m_event(plan, std::move(terms)) {}

    SampleEvent& event() { return m_event; }
    // As it is now.
    EventMirror mirror() const
    {
        const EventRecord record{
            m_event.terms().event, m_event.terms().plan, idOf<LogId>(1), m_event.state().seq(), {}};
        return EventMirror(OpenedEvent{record, std::make_shared<const EventState>(m_event.state())});
    }
    void hold(std::uint64_t number, std::initializer_list<std::string_view> labels)
    {
        m_event.must(PlaceHold{idOf<HoldId>(number), idOf<HolderId>(number), Channel::Fan, m_event.places(labels), {}});
    }

private:
    SampleEvent m_event;
};

inline const web::Words& english()
{
    return web::Words::in(web::Language::English);
}
inline const web::Words& german()
{
    return web::Words::in(web::Language::German);
}

} // namespace parterre::testing
