// Counters: what their state means and the dialogue that writes one off.
#include "ui/manage/manage_content.h"

#include "sync/base/require.h"
#include "ui/common/place_text.h"
#include "ui/common/when_text.h"
#include "ui/manage/manage_words.h"

namespace parterre {

using namespace Qt::StringLiterals;

QString counterName(const AdminCounter& counter)
{
    if (counter.device.isNull())
        return ManageWords::tr("The centre");
    return counter.name.empty() ? ManageWords::tr("a counter without a name") : QString::fromStdString(counter.name);
}

StateWords stateOf(const AdminAllotment& allotment)
{
    if (allotment.phase == AllotmentPhase::Limbo)
        return {Level::Danger, ManageWords::tr("Limbo: nobody may sell")};
    if (!allotment.reachable)
        return {Level::Caution, ManageWords::tr("Active, does not answer")};
    return {Level::Good, ManageWords::tr("Active, answers")};
}

QString areasText(const AdminAllotment& allotment)
{
    QStringList areas;
    for (const auto& area : allotment.areas)
        areas << u"%1 %2"_s.arg(QString::fromStdString(area.name)).arg(area.units);
    return areas.join(u", "_s);
}

QStringList placeRows(const AdminPlaces& places)
{
    QStringList labels;
    for (const std::string& label : places.seats)
        labels << QString::fromStdString(label);
    QStringList rows = labelRows(labels);
    for (const auto& area : places.standing)
        rows << u"%1 ×%2"_s.arg(QString::fromStdString(area.area)).arg(area.count);
    return rows;
}

namespace {

QString contactText(const AdminAllotment& allotment, const ManageNow& now)
{
    if (!allotment.lastContact)
        return ManageWords::tr("Not since the centre was started");
    return u"%1, %2"_s.arg(timeText(*allotment.lastContact, now.timeZone), agoText(now.at - *allotment.lastContact));
}

QString meaningOf(const AdminAllotment& allotment)
{
    if (allotment.phase == AllotmentPhase::Limbo)
        return ManageWords::tr(
            "It has not been heard of for so long that its time to sell is over. What it sold before is "
            "not known here. Its seats stay promised until it answers or somebody writes them off.");
    if (!allotment.reachable)
        return ManageWords::tr(
            "Its line is down. It may go on selling these seats until its time is over; nobody else can.");
    return ManageWords::tr("It can sell these seats with its line down. Seats somebody else wants come back from it by "
                           "themselves while it answers.");
}

} // namespace

ActionContent allotmentContent(const AdminAllotment& allotment, const ManageNow& now)
{
    const auto state = stateOf(allotment);
    ActionContent content;
    content.title = counterName(allotment.counter);
    content.level = state.level;
    content.state = state.words;
    content.parts = {
        {ManageWords::tr("What that means"), meaningOf(allotment)},
        {ManageWords::tr("Reserve"), ManageWords::tr("%n seats", nullptr, static_cast<int>(allotment.places.units())) +
                                         u": "_s + areasText(allotment)},
        {ManageWords::tr("Last contact"), contactText(allotment, now)},
        {ManageWords::tr("May sell until"), whenText(allotment.endsAt, now.timeZone)},
        {ManageWords::tr("Unsent sales"), allotment.reachable
                                              ? ManageWords::tr("None known: it sends them as they are made")
                                              : ManageWords::tr("Unknown until it answers")}};
    if (allotment.phase == AllotmentPhase::Limbo || !allotment.reachable)
        content.actions = {
            {static_cast<int>(ManageAction::OpenWriteOff), ManageWords::tr("Write off its seats …"), Qt::Key_W}};
    content.rowsCaption = ManageWords::tr("Seats");
    content.rows = placeRows(allotment.places);
    return content;
}

ActionContent writeOffContent(const AdminAllotment& allotment, const ManageNow& now)
{
    const int count = static_cast<int>(allotment.places.units());
    const QString name = counterName(allotment.counter);
    const bool early = now.at < allotment.writeOffFrom;
    ActionContent content;
    content.title = ManageWords::tr("Write off the seats of %1?").arg(name);
    content.level = Level::Danger;
    content.state = ManageWords::tr("What this counter has sold since may meet a second buyer.");
    content.parts = {{ManageWords::tr("What happens"),
                      ManageWords::tr("The seats are free at once and anybody can buy them. If %1 has sold one of them "
                                      "meanwhile, two people hold a ticket for it, and one of them becomes a conflict.")
                          .arg(name)}};
    if (early)
        content.parts.push_back(
            {ManageWords::tr("Not yet"),
             ManageWords::tr(
                 "Until %1 it may still be selling. Before then only a counter that is lost or stolen can be "
                 "written off.")
                 .arg(whenText(allotment.writeOffFrom, now.timeZone))});
    content.parts.push_back(
        {ManageWords::tr("When it is lost or stolen"),
         ManageWords::tr("Its key becomes worthless at once: the centre takes nothing from this counter "
                         "any more.")});
    content.rowsCaption = ManageWords::tr("These %n seats", nullptr, count);
    content.rows = placeRows(allotment.places);
    content.check = ManageWords::tr("Lost or stolen (administrators only)");
    content.field = ManageWords::tr("Reason (kept with your name)");
    content.actions = {{static_cast<int>(ManageAction::WriteOff),
                        ManageWords::tr("Write off %n seats of %1", nullptr, count).arg(name), Qt::Key_Return,
                        Role::DangerButton, true, early},
                       {static_cast<int>(ManageAction::Back), ManageWords::tr("Leave them"), Qt::Key_Escape}};
    return content;
}

ActionContent writtenOffContent(const AdminWriteOff& signedOff, const ManageNow& now)
{
    ActionContent content;
    content.title = ManageWords::tr("%1 was written off").arg(counterName(signedOff.counter));
    content.level = Level::Caution;
    content.state = ManageWords::tr("Its later sales may become conflicts.");
    content.parts = {{ManageWords::tr("Signed by"), QString::fromStdString(signedOff.by)},
                     {ManageWords::tr("When"), whenText(signedOff.at, now.timeZone)},
                     {ManageWords::tr("Reason"), QString::fromStdString(signedOff.reason)}};
    content.rowsCaption = ManageWords::tr("%n seats", nullptr, static_cast<int>(signedOff.places.units()));
    content.rows = placeRows(signedOff.places);
    return content;
}

ActionContent awaitedContent(const AdminCounter& counter)
{
    const QString name = counterName(counter);
    ActionContent content;
    content.title = ManageWords::tr("%1 has not reported").arg(name);
    content.level = Level::Danger;
    content.state = ManageWords::tr("The event waits for it.");
    content.parts = {
        {ManageWords::tr("What happened"),
         ManageWords::tr(
             "The centre was restored from a backup. It sells this event again when every counter has told what "
             "it sold since that backup.")},
        {ManageWords::tr("What to do"),
         ManageWords::tr(
             "Start the program on %1 and let it reach the centre: a minute is enough. Only when that cannot be, "
             "go on without it: its seats stay out of sale until they are written off, and what it sold may "
             "become a conflict.")
             .arg(name)}};
    content.field = ManageWords::tr("Reason (kept with your name)");
    content.actions = {{static_cast<int>(ManageAction::GoOnWithout), ManageWords::tr("Go on without %1").arg(name),
                        Qt::Key_Return, Role::DangerButton, true}};
    return content;
}

} // namespace parterre
