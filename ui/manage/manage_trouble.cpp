// Alarms and cases: what happened, what was kept, what to do.
#include "sync/base/require.h"
#include "ui/common/case_words.h"
#include "ui/common/money_text.h"
#include "ui/common/when_text.h"
#include "ui/manage/manage_content.h"
#include "ui/manage/manage_words.h"

namespace parterre {

using namespace Qt::StringLiterals;

QString alarmTitle(AlarmKind kind)
{
    switch (kind) {
    case AlarmKind::Fork:
        return ManageWords::tr("Two programs with one identity");
    case AlarmKind::OpNotUnderstood:
        return ManageWords::tr("A step that was not understood");
    case AlarmKind::Suspect:
        return ManageWords::tr("A counter whose record is not complete");
    case AlarmKind::ImpossibleSale:
        return ManageWords::tr("A sale that cannot be");
    case AlarmKind::LostHistory:
        return ManageWords::tr("The centre has lost data");
    }
    PARTERRE_REQUIRE(false);
}

namespace {

QString happened(AlarmKind kind)
{
    switch (kind) {
    case AlarmKind::Fork:
        return ManageWords::tr(
            "The centre got two different steps under one number from this counter: its files were copied, "
            "or an old state was put back. Nothing it sends is taken, and its seats are in limbo.");
    case AlarmKind::OpNotUnderstood:
        return ManageWords::tr(
            "This counter sent something the centre cannot read, perhaps because it is newer. It is kept "
            "whole and has no effect; everything else goes on.");
    case AlarmKind::Suspect:
        return ManageWords::tr(
            "This counter has noticed that part of its own record is missing. It sells nothing with its "
            "line down and gives no seats back.");
    case AlarmKind::ImpossibleSale:
        return ManageWords::tr(
            "A sale arrived for a seat that was not the counter's to sell. That must never happen, so this "
            "event sells nothing until somebody has looked.");
    case AlarmKind::LostHistory:
        return ManageWords::tr(
            "A counter has seen more of this event than the centre still knows: an old state of the centre's data was "
            "put back. What was sold since is missing here, so this event sells nothing.");
    }
    PARTERRE_REQUIRE(false);
}

QString todo(AlarmKind kind)
{
    switch (kind) {
    case AlarmKind::Fork:
        return ManageWords::tr(
            "Find out which computers run with this identity and stop all but one. Compare the paper with "
            "the orders. Then set the counter up anew with a new code.");
    case AlarmKind::OpNotUnderstood:
        return ManageWords::tr(
            "Bring both programs to the same version. Compare the counter's paper with its orders and sell "
            "again what is missing.");
    case AlarmKind::Suspect:
        return ManageWords::tr(
            "Compare the paper and the cash of this counter with its orders. Then give it a new enrolment "
            "code.");
    case AlarmKind::ImpossibleSale:
        return ManageWords::tr(
            "Compare the tickets for this seat. Decide who keeps it, tell the other one, and keep the files "
            "of the counter for support.");
    case AlarmKind::LostHistory:
        return ManageWords::tr(
            "Stop the server. Put the newest backup, or one made of the data as they are now, in place with "
            "\"parterre-server restore\": then every counter says what it has sold since. Start the server and settle "
            "this alarm. Settled without a restore, seats can be sold twice.");
    }
    PARTERRE_REQUIRE(false);
}

QString acceptWords(const AdminPlaces& places)
{
    return ManageWords::tr("Seat them: %1").arg(placeRows(places).join(u" – "_s));
}

} // namespace

ActionContent alarmContent(const AdminAlarm& alarm, const ManageNow& now)
{
    ActionContent content;
    content.title = alarmTitle(alarm.kind);
    content.level = alarm.kind == AlarmKind::OpNotUnderstood ? Level::Caution : Level::Danger;
    content.state = u"%1, %2"_s.arg(counterName(alarm.counter), whenText(alarm.at, now.timeZone));
    content.parts = {{ManageWords::tr("What happened"), happened(alarm.kind)},
                     {ManageWords::tr("What to do"), todo(alarm.kind)}};
    if (!alarm.detail.empty())
        content.parts.push_back({ManageWords::tr("Details for support"), QString::fromStdString(alarm.detail)});
    content.field = ManageWords::tr("Settled: what was found");
    content.actions = {{static_cast<int>(ManageAction::SettleAlarm), ManageWords::tr("Settle this alarm"),
                        Qt::Key_Return, Role::PrimaryButton, true}};
    return content;
}

ActionContent caseContent(const AdminCase& of, const ManageNow& now)
{
    using A = ManageAction;
    const auto id = [](A action) { return static_cast<int>(action); };
    const PhaseWords phase = phaseWords(of.phase, of.refund.minor);
    ActionContent content;
    content.title = ManageWords::tr("Order %1").arg(QString::fromStdString(of.code));
    content.level = phase.level;
    content.state = phase.words;
    content.parts = {{ManageWords::tr("Customer"), customerText(of.buyer, of.wish)},
                     {ManageWords::tr("Lost seats"), placeRows(of.lost).join(u'\n')},
                     {ManageWords::tr("Sold"), of.provisional ? ManageWords::tr("Provisionally, with the line down")
                                                              : ManageWords::tr("From a counter's reserve")}};
    if (of.refund.minor > 0)
        content.parts.push_back({ManageWords::tr("To give back"), moneyText(of.refund)});
    if (of.until && of.phase == CasePhase::Offered)
        content.parts.push_back({ManageWords::tr("Seats kept until"), whenText(*of.until, now.timeZone)});
    if (!of.note.empty())
        content.parts.push_back({ManageWords::tr("Note"), QString::fromStdString(of.note)});
    const ActionContent::Action refunded{id(A::CaseRefund),
                                         ManageWords::tr("Refund of %1 given").arg(moneyText(of.refund)), Qt::Key_R,
                                         Role::PrimaryButton};
    if (isClosed(of.phase) && isToBeDone(of.phase, of.refund.minor))
        content.actions = {refunded};
    if (isClosed(of.phase) || of.phase == CasePhase::Contest)
        return content;
    const bool offered = of.phase == CasePhase::Offered;
    if (offered)
        for (std::size_t i = 0; i < of.offers.size(); ++i)
            content.actions.push_back({id(A::CaseAcceptFirst) + static_cast<int>(i), acceptWords(of.offers[i]),
                                       Qt::Key_1 + static_cast<int>(i),
                                       i == 0 ? Role::PrimaryButton : Role::QuietButton});
    else
        content.actions.push_back({id(A::CaseOffer), ManageWords::tr("Look for other seats"), Qt::Key_O});
    if (offered)
        content.actions.push_back({id(A::CaseDecline), ManageWords::tr("Decline: money back"), Qt::Key_D});
    if (of.phase == CasePhase::RefundDue)
        content.actions.push_back(refunded);
    content.actions.push_back(
        of.phase == CasePhase::AtDoor
            ? ActionContent::Action{id(A::CaseSettled), ManageWords::tr("Settled at the door"), Qt::Key_T,
                                    Role::PrimaryButton}
            : ActionContent::Action{id(A::CaseDoor), ManageWords::tr("Meet at the door"), Qt::Key_T});
    content.field = ManageWords::tr("Reason for granting the seats, or a note");
    content.actions.push_back(
        {id(A::CaseGrant), ManageWords::tr("Grant the very seats"), Qt::Key_G, Role::QuietButton, true});
    return content;
}

} // namespace parterre
