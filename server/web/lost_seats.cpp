// Each alternative is a form of its own that holds it together with the seats that are still free.
#include "server/web/lost_seats.h"

#include "server/web/event_html.h"
#include "server/web/locale_text.h"
#include "sync/domain/best_seats.h"
#include "sync/wire/api_json.h"

#include <QJsonDocument>

#include <algorithm>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

QString namesOf(const Words& words, const SeatPlan& plan, const std::vector<SeatIndex>& seats)
{
    QStringList names;
    for (const SeatIndex seat : seats)
        names << seatText(words, plan, seat);
    return names.join(u"; "_s);
}

std::string attributeJson(const QJsonArray& array)
{
    return escape(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

std::string dataAttributes(const SeatPlan& plan, const LostSeats& seats)
{
    QJsonArray groups;
    for (const auto& group : seats.alternatives)
        groups.append(labelsToJson(group, plan));
    return " data-lost=\"" + attributeJson(labelsToJson(seats.lost, plan)) + "\" data-alternatives=\"" +
           attributeJson(groups) + "\"";
}

Money priceTogether(const EventMirror& mirror, const std::vector<SeatIndex>& seats)
{
    Money total{0, mirror.state().terms().currency};
    for (const SeatIndex seat : seats)
        if (const auto price = firstPrice(mirror.state().terms(), mirror.plan().seat(seat).priceArea))
            total = total + *price;
    return total;
}

std::string alternativeForm(const Words& words, const EventMirror& mirror, const LostSeats& seats, std::size_t index,
                            const std::string& once)
{
    auto all = seats.kept;
    all.insert(all.end(), seats.alternatives[index].begin(), seats.alternatives[index].end());
    std::string html = "<form class=\"card alternative\" method=\"post\" action=\"" + eventHref(mirror) + "/hold\">" +
                       hiddenField("once", once + "-a" + std::to_string(index));
    for (const SeatIndex seat : all)
        html += hiddenField("seat", mirror.plan().label(seat));
    html += "<p>" + escape(namesOf(words, mirror.plan(), seats.alternatives[index])) + " · " +
            escape(moneyText(words, priceTogether(mirror, seats.alternatives[index]))) + "</p><button>" +
            escape(words.say("Lost", "Take these instead")) + "</button></form>\n";
    return html;
}

std::string noticeFor(const Words& words, const EventMirror& mirror, const LostSeats& seats, const std::string& once)
{
    const SeatPlan& plan = mirror.plan();
    std::string html;
    if (seats.lost.empty()) // taken when it was decided, and free again by now
        html = noticeHtml(words.say("Lost", "Somebody had one of these seats for a moment; now all of them are free. "
                                            "Nothing was taken. They are still ticked: try again."));
    else
        html = noticeHtml(words.say("Lost", "Somebody else was faster. Gone: %1. Nothing was taken yet.")
                              .arg(namesOf(words, plan, seats.lost)));
    if (!seats.lost.empty() && !seats.kept.empty())
        html +=
            "<p>" +
            escape(words.say("Lost", "Still free and still ticked below: %1.").arg(namesOf(words, plan, seats.kept))) +
            "</p>\n";
    if (seats.alternatives.empty())
        return html;
    html +=
        "<h2>" +
        escape(seats.kept.empty() ? words.say("Lost", "Close by and free")
                                  : words.say("Lost", "Close by and free, together with those you still have ticked")) +
        "</h2>\n";
    for (std::size_t i = 0; i < seats.alternatives.size(); ++i)
        html += alternativeForm(words, mirror, seats, i, once);
    return html;
}

} // namespace

LostSeats lostSeatsOf(const EventMirror& mirror, const std::vector<SeatIndex>& chosen)
{
    LostSeats seats;
    for (const SeatIndex seat : chosen) // what a counter did not give back is lost too
        (mirror.state().seat(seat).status == SeatStatus::Free ? seats.kept : seats.lost).push_back(seat);
    seats.alternatives = alternatives(mirror.state(), seats.lost, seats.kept);
    return seats;
}

PageParts lostSeatsPage(const Words& words, const EventMirror& mirror, const LostSeats& seats, const std::string& once)
{
    const auto& about = seats.lost.empty() ? seats.kept : seats.lost;
    SeatChoice choice;
    choice.chosen = seats.kept;
    choice.notice = noticeFor(words, mirror, seats, once);
    choice.mainAttributes = dataAttributes(mirror.plan(), seats);
    if (!about.empty()) {
        choice.section = mirror.plan().rowOf(about.front()).section;
        choice.firstRow = mirror.plan().seat(about.front()).row;
    }
    // A section that fits on one page is shown from its beginning.
    const PlanSection& section = mirror.plan().sections()[choice.section.value];
    if (section.count <= 20)
        choice.firstRow = section.first;
    return sectionPage(words, mirror, choice, once);
}

} // namespace parterre::web
