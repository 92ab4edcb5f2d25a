// report.json; times in milliseconds, money in minor units.
#include "server/rehearse/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace parterre::rehearsal {
namespace {

using namespace Qt::StringLiterals;

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

double ms(Microseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

QJsonValue count(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

QJsonObject timesJson(const Histogram& times)
{
    return {{u"count"_s, count(times.count())},        {u"mean_ms"_s, ms(times.mean())},
            {u"p50_ms"_s, ms(times.percentile(0.5))},  {u"p95_ms"_s, ms(times.percentile(0.95))},
            {u"p99_ms"_s, ms(times.percentile(0.99))}, {u"max_ms"_s, ms(times.max())}};
}

QJsonValue momentJson(std::optional<Microseconds> moment)
{
    return moment ? QJsonValue(ms(*moment)) : QJsonValue();
}

QJsonArray listJson(const std::vector<std::string>& lines)
{
    QJsonArray list;
    for (const std::string& line : lines)
        list.append(text(line));
    return list;
}

QJsonObject optionsJson(const RehearsalOptions& options)
{
    QJsonArray buy;
    for (const std::uint32_t quantity : options.buy)
        buy.append(static_cast<qint64>(quantity));
    return {{u"target"_s, text(options.target)},
            {u"fans"_s, count(options.fans)},
            {u"bots"_s, count(options.bots)},
            {u"flash"_s, count(options.flash)},
            {u"within_ms"_s, ms(options.within)},
            {u"for_ms"_s, ms(options.lasts)},
            {u"pace"_s, options.pace},
            {u"straight"_s, options.straight},
            {u"buy"_s, buy},
            {u"seed"_s, QString::number(options.seed)},
            {u"spread_addresses"_s, options.spreadAddresses},
            {u"counters"_s, count(options.counterCodes.size())}};
}

QJsonObject callsJson(const Recorder& recorder)
{
    QJsonObject calls;
    for (std::size_t i = 0; i < callCount; ++i) {
        QJsonObject kinds;
        for (std::size_t k = 0; k < kindCount; ++k)
            if (const auto& times = recorder.times(static_cast<Call>(i), static_cast<Kind>(k)); times.count() > 0)
                kinds[text(kindName(static_cast<Kind>(k)))] = timesJson(times);
        if (!kinds.isEmpty())
            calls[text(callName(static_cast<Call>(i)))] = kinds;
    }
    return calls;
}

QJsonArray reasonsJson(const Recorder& recorder)
{
    QJsonArray reasons;
    for (const auto& [reason, times] : recorder.reasons())
        reasons.append(QJsonObject{
            {u"call"_s, text(callName(reason.first))}, {u"code"_s, text(reason.second)}, {u"count"_s, count(times)}});
    return reasons;
}

QJsonArray secondsJson(const Recorder& recorder)
{
    QJsonArray seconds;
    for (const Second& second : recorder.seconds()) {
        QJsonObject line{{u"holds"_s, count(second.holds)},
                         {u"orders"_s, count(second.orders)},
                         {u"seats"_s, count(second.seats)},
                         {u"arrived"_s, count(second.arrived)},
                         {u"present"_s, count(second.present)},
                         {u"hold_p95_ms"_s, ms(second.holdTimes.percentile(0.95))},
                         {u"checkout_p95_ms"_s, ms(second.checkoutTimes.percentile(0.95))}};
        for (std::size_t k = 0; k < kindCount; ++k)
            line[text(kindName(static_cast<Kind>(k)))] = count(second.answers[k]);
        seconds.append(line);
    }
    return seconds;
}

QJsonObject peopleJson(const Figures& figures)
{
    QJsonObject people;
    for (std::size_t r = 0; r < roleCount; ++r) {
        const auto role = static_cast<Role>(r);
        if (figures.countOf(role) == 0)
            continue;
        QJsonObject endings;
        for (std::size_t e = 0; e < endingCount; ++e)
            if (const auto many = figures.countOf(role, static_cast<Ending>(e)); many > 0)
                endings[text(endingName(static_cast<Ending>(e)))] = count(many);
        people[text(roleName(role))] = QJsonObject{{u"count"_s, count(figures.countOf(role))},
                                                   {u"seats"_s, count(figures.seatsSoldBy(role))},
                                                   {u"endings"_s, endings}};
    }
    return people;
}

QJsonObject fairnessJson(const Figures& figures)
{
    const Fairness fairness = fairnessOf(figures.people);
    QJsonArray tenths;
    for (const auto& tenth : fairness.tenths)
        tenths.append(QJsonObject{{u"people"_s, count(tenth.people)}, {u"bought"_s, count(tenth.bought)}});
    return {{u"people"_s, count(fairness.people)},
            {u"rank_correlation"_s, fairness.rankCorrelation},
            {u"tenths"_s, tenths}};
}

QJsonArray hallJson(const std::vector<HallSample>& samples)
{
    QJsonArray hall;
    for (const HallSample& sample : samples)
        hall.append(QJsonObject{{u"at_ms"_s, ms(sample.at)},
                                {u"free"_s, count(sample.free)},
                                {u"held"_s, count(sample.held)},
                                {u"taken"_s, count(sample.taken)}});
    return hall;
}

QJsonObject salesJson(const SalesFindings& sales, const std::string& currency)
{
    return {{u"orders"_s, count(sales.orders)},
            {u"places"_s, count(sales.places)},
            {u"money"_s,
             QJsonObject{{u"amount"_s, static_cast<qint64>(sales.moneyMinor)}, {u"currency"_s, text(currency)}}},
            {u"sold_twice"_s, listJson(sales.soldTwice)},
            {u"not_taken"_s, listJson(sales.notTaken)},
            {u"wrong_money"_s, listJson(sales.wrongMoney)},
            {u"unopened"_s, listJson(sales.unopened)},
            {u"taken_before"_s, count(sales.takenBefore)},
            {u"taken_by_others"_s, count(sales.takenByOthers)}};
}

} // namespace

QByteArray reportJson(const Figures& figures)
{
    const Recorder& recorder = figures.recorder;
    const QJsonObject report{{u"version"_s, 1},
                             {u"event"_s, QJsonObject{{u"title"_s, text(figures.title)},
                                                      {u"venue"_s, text(figures.venue)},
                                                      {u"seats"_s, count(figures.seatCount)}}},
                             {u"started_at"_s, text(toRfc3339(figures.startedAt))},
                             {u"lasted_ms"_s, ms(figures.lasted)},
                             {u"interrupted"_s, figures.interrupted},
                             {u"cut_short"_s, figures.cutShort},
                             {u"every_seat_once"_s, figures.sales.everySeatOnce()},
                             {u"money_agrees"_s, figures.sales.moneyAgrees()},
                             {u"options"_s, optionsJson(figures.options)},
                             {u"sold_out_ms"_s, momentJson(figures.soldOutAt())},
                             {u"last_sale_ms"_s, momentJson(figures.lastSaleAt())},
                             {u"waits"_s, QJsonObject{{u"for_the_server"_s, timesJson(figures.waitedForServer())},
                                                      {u"to_seats"_s, timesJson(figures.timeToSeats())},
                                                      {u"to_tickets"_s, timesJson(figures.timeToTickets())}}},
                             {u"people"_s, peopleJson(figures)},
                             {u"calls"_s, callsJson(recorder)},
                             {u"reasons"_s, reasonsJson(recorder)},
                             {u"fairness"_s, fairnessJson(figures)},
                             {u"sales"_s, salesJson(figures.sales, figures.currency)},
                             {u"generator"_s, QJsonObject{{u"asked"_s, count(recorder.asked())},
                                                          {u"lateness"_s, timesJson(recorder.lateness())}}},
                             {u"seconds"_s, secondsJson(recorder)},
                             {u"hall"_s, hallJson(figures.hall)}};
    return QJsonDocument(report).toJson(QJsonDocument::Indented);
}

} // namespace parterre::rehearsal
