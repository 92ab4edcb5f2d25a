// The hand-made layouts: seat lists, places, tickets, currency.
#include "sync/wire/claims_fields.h"

namespace parterre {

void WireCustom<std::vector<SeatIndex>>::write(CborWriter& writer, const std::vector<SeatIndex>& seats)
{
    writer.array(seats.size());
    std::int64_t previous = 0;
    for (const SeatIndex seat : seats) {
        writer.integer(static_cast<std::int64_t>(seat.value) - previous);
        previous = seat.value;
    }
}

void WireCustom<std::vector<SeatIndex>>::read(CborReader& reader, std::vector<SeatIndex>& seats)
{
    const std::size_t count = reader.array();
    seats.reserve(count); // four bytes for each byte of input at most
    std::int64_t previous = 0;
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        previous += reader.integer(-previous, std::int64_t{UINT32_MAX} - previous);
        seats.push_back(SeatIndex{static_cast<std::uint32_t>(previous)});
    }
}

void WireCustom<Places>::write(CborWriter& writer, const Places& places)
{
    if (places.standing.empty())
        return writeValue(writer, places.seats);
    writer.array(2);
    writeValue(writer, places.seats);
    writer.array(2 * places.standing.size());
    for (const StandingUnits& units : places.standing) {
        writer.unsignedInteger(units.area.value);
        writer.unsignedInteger(units.count);
    }
}

void WireCustom<Places>::read(CborReader& reader, Places& places)
{
    CborReader ahead = reader;
    if (ahead.array() != 2 || !ahead.nextIsArray())
        return readValue(reader, places.seats);
    reader.arrayOf(2);
    readValue(reader, places.seats);
    const std::size_t count = reader.array();
    if (count == 0 || count % 2 != 0)
        return reader.fail("pairs of area and count");
    for (std::size_t i = 0; i < count / 2 && reader.ok(); ++i) {
        StandingUnits units;
        readValue(reader, units.area);
        readValue(reader, units.count);
        places.standing.push_back(units);
    }
}

void WireCustom<Ticket>::write(CborWriter& writer, const Ticket& ticket)
{
    PARTERRE_REQUIRE(ticket.seat.has_value() != ticket.standing.has_value());
    writer.array(5);
    writeValue(writer, ticket.serial);
    if (ticket.seat)
        writer.integer(ticket.seat->value);
    else
        writer.integer(-1 - static_cast<std::int64_t>(ticket.standing->value));
    writeValue(writer, ticket.priceType);
    writer.integer(ticket.priceMinor);
    writer.unsignedInteger((ticket.voided ? 1U : 0U) | (ticket.admitted ? 2U : 0U));
}

void WireCustom<Ticket>::read(CborReader& reader, Ticket& ticket)
{
    reader.arrayOf(5);
    reader.field("serial");
    readValue(reader, ticket.serial);
    reader.field("place");
    const std::int64_t place = reader.integer(-1 - std::int64_t{UINT16_MAX}, UINT32_MAX);
    if (place >= 0)
        ticket.seat = SeatIndex{static_cast<std::uint32_t>(place)};
    else
        ticket.standing = StandingIndex{static_cast<std::uint16_t>(-1 - place)};
    reader.field("price_type");
    readValue(reader, ticket.priceType);
    reader.field("price");
    ticket.priceMinor = reader.amount();
    reader.field("state");
    const std::uint64_t state = reader.unsignedInteger(3);
    ticket.voided = (state & 1) != 0;
    ticket.admitted = (state & 2) != 0;
}

void WireCustom<Currency>::write(CborWriter& writer, const Currency& currency)
{
    writer.text(currency.text());
}

void WireCustom<Currency>::read(CborReader& reader, Currency& currency)
{
    const auto read = Currency::fromText(reader.text());
    if (read)
        currency = *read;
    else
        reader.fail("a currency code");
}

} // namespace parterre
