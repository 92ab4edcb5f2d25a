// Whatever was done, the overview is read anew: the centre says what came of it.
#include "app/counter/manage_wiring.h"

#include "ui/manage/manage_page.h"

namespace parterre {

namespace {

// A manager who waits for a counter to answer sees it within a few breaths; the centre hardly notices the question.
constexpr std::chrono::seconds rhythm{5};

// The centre's word for a counter that is called lost while its key is good.
bool isStillTrusted(const Error& error)
{
    return error.code == ErrorCode::AllotmentForeign &&
           error.detail.find("revoke the counter's key") != std::string::npos;
}

} // namespace

ManageWiring::ManageWiring(const DeskParts& parts, AdminLink& link)
    : m_parts(parts), m_link(link), m_page(new ManagePage)
{
    m_parts.window.addPage(m_page);
    connect(m_page, &ManagePage::refreshRequested, this, &ManageWiring::read);
    connect(m_page, &ManagePage::closed, this, &ManageWiring::close);
    connect(m_page, &ManagePage::keysChanged, this, [this](const KeyHints& keys) {
        if (isOpen())
            m_parts.window.showKeys(keys);
    });
    m_rhythm.setInterval(rhythm);
    connect(&m_rhythm, &QTimer::timeout, this, &ManageWiring::readQuietly);
    connectSteps();
}

void ManageWiring::connectSteps()
{
    connect(m_page, &ManagePage::writeOffRequested, this, &ManageWiring::writeOff);
    connect(m_page, &ManagePage::alarmSettled, this, [this](quint64 seq, const QString& note) {
        m_page->setBusy(true);
        m_link.settleAlarm(m_event, seq, note.toStdString(), acted(tr("The alarm is settled.")));
    });
    connect(m_page, &ManagePage::goOnRequested, this, [this](DeviceId device, const QString& reason) {
        m_page->setBusy(true);
        m_link.giveUp(m_event, device, reason.toStdString(),
                      acted(tr("The event does not wait for this counter any more.")));
    });
    connect(m_page, &ManagePage::caseMoved, this, [this](CaseId id, const AdminCaseStep& step) {
        m_page->setBusy(true);
        m_link.moveCase(m_event, id, step, acted({}));
    });
}

void ManageWiring::open(const EventSummary& event)
{
    if (!isOpen())
        m_from = m_parts.window.page();
    ++m_visit;
    m_asking = false;
    m_event = event.event;
    m_page->setEvent(QString::fromStdString(event.title), event.timeZone);
    m_parts.window.showPage(m_page, m_page->keys());
    m_rhythm.start();
    read();
}

void ManageWiring::close()
{
    ++m_visit;
    m_rhythm.stop();
    m_parts.window.notice().dismiss();
    m_parts.window.showPage(m_from);
}

bool ManageWiring::isOpen() const
{
    return m_parts.window.shows(m_page);
}

void ManageWiring::read()
{
    m_page->setBusy(true);
    m_asking = true;
    m_link.overview(m_event, reading([this](const Result<AdminOverview>& overview) {
                        m_page->setBusy(false);
                        if (!overview.ok())
                            return m_parts.refuse(overview.error());
                        m_page->setOverview(*overview, m_parts.clock.now());
                    }));
}

// Answers may overtake each other. One that was asked for before the last step would undo on the screen what the step
// has done.
Completion<AdminOverview> ManageWiring::reading(const std::function<void(const Result<AdminOverview>&)>& show)
{
    return [this, show, number = ++m_reading, visit = m_visit](Result<AdminOverview> overview) {
        if (visit != m_visit || number != m_reading)
            return;
        m_asking = false;
        show(overview);
    };
}

void ManageWiring::readQuietly()
{
    if (!isOpen())
        return m_rhythm.stop(); // another page was shown over it
    if (m_page->isSigning() || std::exchange(m_asking, true))
        return;
    m_link.overview(m_event, reading([this](const Result<AdminOverview>& overview) {
                        if (m_page->isSigning())
                            return;
                        if (overview.ok())
                            m_page->setOverview(*overview, m_parts.clock.now());
                        else
                            m_page->setStale(errorText(overview.error()));
                    }));
}

// A lost counter's key is made worthless first: the centre takes the word "lost" for no other. Whether that has been
// done already only the centre knows, and a supervisor, who may sign but not revoke, must not be asked to do it again:
// so it is asked to sign, and only when the key is what it misses the key is revoked.
void ManageWiring::writeOff(const AdminWriteOffRequest& request, DeviceId device)
{
    m_page->setBusy(true);
    const auto signedOff =
        acted(tr("%n seats are written off and free.", nullptr, static_cast<int>(request.places.units())));
    m_link.writeOff(m_event, request,
                    [this, request, device, signedOff, event = m_event, visit = m_visit](Result<void> done) {
                        const bool missesRevocation = request.deviceLost && !done.ok() && isStillTrusted(done.error());
                        if (!missesRevocation || visit != m_visit)
                            return signedOff(std::move(done));
                        m_link.revoke(device, request.reason, [this, request, event, signedOff](Result<void> revoked) {
                            if (!revoked.ok())
                                return signedOff(std::move(revoked));
                            m_link.writeOff(event, request, signedOff);
                        });
                    });
}

Completion<void> ManageWiring::acted(const QString& goodNews)
{
    m_asking = true; // nobody reads while it is done
    ++m_reading;     // and what is being read shows what was before
    return [this, goodNews, visit = m_visit](Result<void> done) {
        if (visit != m_visit)
            return;
        m_asking = false;
        m_page->setBusy(false);
        if (!done.ok()) {
            m_page->showProblem(errorText(done.error()));
            return;
        }
        m_page->showProblem({});
        if (!goodNews.isEmpty())
            m_parts.tell(goodNews);
        read();
    };
}

} // namespace parterre
