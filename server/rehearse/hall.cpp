// Read once at the beginning, so an ordinary JSON parser does.
#include "server/rehearse/hall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace parterre::rehearsal {
namespace {

using namespace Qt::StringLiterals;

std::string text(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString().toStdString();
}

} // namespace

Result<Hall> Hall::read(const QByteArray& details, const QByteArray& plan)
{
    const QJsonObject event = QJsonDocument::fromJson(details).object();
    Hall hall;
    hall.m_event = text(event, "id");
    hall.m_title = text(event, "title");
    hall.m_venue = text(event, "venue");
    hall.m_path = "/api/v1/events/" + hall.m_event;
    hall.m_onSale = text(event, "sale_state") == "on_sale";
    if (hall.m_event.empty())
        return Error{ErrorCode::Malformed, "the answer about the event has no id"};
    const QJsonArray areas = event.value(u"price_areas"_s).toArray();
    for (const auto& value : areas) {
        const QJsonObject area = value.toObject();
        hall.m_areaNames.emplace(text(area, "name"), static_cast<std::uint16_t>(hall.m_areaPrices.size()));
        const QJsonObject price = area.value(u"prices"_s).toArray().first().toObject().value(u"price"_s).toObject();
        hall.m_areaPrices.push_back(price.isEmpty() ? std::nullopt
                                                    : std::optional(price.value(u"amount"_s).toInteger()));
        if (!price.isEmpty())
            hall.m_currency = text(price, "currency");
    }
    const QJsonArray standing = event.value(u"standing"_s).toArray();
    for (const auto& value : standing)
        hall.m_standing[text(value.toObject(), "name")] =
            static_cast<std::uint64_t>(value.toObject().value(u"free"_s).toInteger());
    if (const auto seats = hall.readSeats(plan); !seats.ok())
        return seats.error();
    return hall;
}

Result<void> Hall::readSeats(const QByteArray& plan)
{
    std::uint32_t rowNumber = 0;
    const QJsonArray sections = QJsonDocument::fromJson(plan).object().value(u"sections"_s).toArray();
    for (const auto& section : sections) {
        const QJsonArray rows = section.toObject().value(u"rows"_s).toArray();
        for (const auto& row : rows) {
            const QJsonArray seats = row.toObject().value(u"seats"_s).toArray();
            for (const auto& value : seats) {
                const QJsonObject seat = value.toObject();
                const auto area = m_areaNames.find(text(seat, "area"));
                if (area == m_areaNames.end())
                    return Error{ErrorCode::Malformed, "the plan has a seat in an area without a name"};
                m_labels.push_back(text(seat, "label"));
                m_byLabel.emplace(m_labels.back(), m_labels.size() - 1);
                m_rows.push_back(rowNumber);
                m_areas.push_back(area->second);
            }
            ++rowNumber;
        }
    }
    return {};
}

std::optional<std::size_t> Hall::seatByLabel(std::string_view label) const
{
    const auto found = m_byLabel.find(label);
    return found == m_byLabel.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> Hall::runFrom(std::string_view states, std::size_t quantity, std::size_t from,
                                         std::size_t to) const
{
    std::size_t run = 0;
    for (std::size_t seat = from; seat < to; ++seat) {
        const bool wanted = states[seat] == 'f' && priceMinor(seat).has_value();
        const bool beside = run > 0 && m_rows[seat] == m_rows[seat - 1];
        run = !wanted ? 0 : beside ? run + 1 : 1;
        if (run == quantity)
            return seat + 1 - quantity;
    }
    return std::nullopt;
}

std::vector<std::size_t> Hall::chooseSeats(std::string_view states, std::size_t quantity, CrowdRandom& random) const
{
    const std::size_t count = std::min(states.size(), m_labels.size());
    if (count == 0)
        return {};
    const double place = random.unit();
    const auto from = static_cast<std::size_t>(place * place * static_cast<double>(count));
    auto first = runFrom(states, quantity, from, count);
    if (!first)
        first = runFrom(states, quantity, 0, std::min(count, from + quantity));
    std::vector<std::size_t> seats;
    for (std::size_t i = 0; first && i < quantity; ++i)
        seats.push_back(*first + i);
    return seats;
}

} // namespace parterre::rehearsal
