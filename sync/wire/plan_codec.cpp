// Codec of seat plans and terms, and the identity of a plan.
#include "sync/wire/claims_fields.h"
#include "sync/wire/signing.h"
#include "sync/wire/snapshot.h"
#include "sync/wire/version.h"

namespace parterre {

template <>
struct WireEnumLast<Outline::Kind>
{
    static constexpr auto value = Outline::Kind::Polygon;
};
template <>
struct WireFields<Point>
{
    static constexpr auto list = wireFields(WireField{"x", &Point::x}, WireField{"y", &Point::y});
};
template <>
struct WireFields<Rgb>
{
    static constexpr auto list =
        wireFields(WireField{"red", &Rgb::r}, WireField{"green", &Rgb::g}, WireField{"blue", &Rgb::b});
};
template <>
struct WireFields<PlanSeat>
{
    static constexpr auto list =
        wireFields(WireField{"number", &PlanSeat::number}, WireField{"at", &PlanSeat::at},
                   WireField{"row", &PlanSeat::row}, WireField{"price_area", &PlanSeat::priceArea},
                   WireField{"attributes", &PlanSeat::attributes}, WireField{"alias", &PlanSeat::alias});
};
template <>
struct WireFields<PlanRow>
{
    static constexpr auto list = wireFields(WireField{"name", &PlanRow::name}, WireField{"section", &PlanRow::section},
                                            WireField{"first", &PlanRow::first}, WireField{"count", &PlanRow::count});
};
template <>
struct WireFields<PlanSection>
{
    static constexpr auto list =
        wireFields(WireField{"name", &PlanSection::name}, WireField{"first", &PlanSection::first},
                   WireField{"count", &PlanSection::count});
};
template <>
struct WireFields<Outline>
{
    static constexpr auto list = wireFields(WireField{"kind", &Outline::kind}, WireField{"points", &Outline::points});
};
template <>
struct WireFields<StandingArea>
{
    static constexpr auto list =
        wireFields(WireField{"name", &StandingArea::name}, WireField{"capacity", &StandingArea::capacity},
                   WireField{"price_area", &StandingArea::priceArea}, WireField{"outline", &StandingArea::outline});
};
template <>
struct WireFields<PriceArea>
{
    static constexpr auto list =
        wireFields(WireField{"name", &PriceArea::name}, WireField{"colour", &PriceArea::colour});
};
template <>
struct WireFields<Decoration>
{
    static constexpr auto list = wireFields(WireField{"outline", &Decoration::outline},
                                            WireField{"text", &Decoration::text}, WireField{"fill", &Decoration::fill});
};
template <>
struct WireFields<SeatPlanParts>
{
    static constexpr auto list = wireFields(
        WireField{"name", &SeatPlanParts::name}, WireField{"width", &SeatPlanParts::width},
        WireField{"height", &SeatPlanParts::height}, WireField{"focal", &SeatPlanParts::focal},
        WireField{"price_areas", &SeatPlanParts::priceAreas}, WireField{"sections", &SeatPlanParts::sections},
        WireField{"rows", &SeatPlanParts::rows}, WireField{"seats", &SeatPlanParts::seats},
        WireField{"standing", &SeatPlanParts::standing}, WireField{"decorations", &SeatPlanParts::decorations});
};

namespace {

template <typename T>
Bytes encodeInEnvelope(const T& value)
{
    CborWriter writer;
    writeEnvelope(writer, 1);
    writeValue(writer, value);
    return writer.bytes();
}

template <typename T>
Result<T> decodeFromEnvelope(const Bytes& bytes, const char* name)
{
    CborReader reader(bytes, CborReader::Trust::Outside);
    T value;
    readEnvelope(reader, 1);
    reader.field("");
    readValue(reader, value);
    reader.finish();
    if (!reader.ok())
        return reader.error(name);
    return value;
}

} // namespace

Bytes encodePlan(const SeatPlanParts& parts)
{
    return encodeInEnvelope(parts);
}

Result<SeatPlanParts> decodePlan(const Bytes& bytes)
{
    return decodeFromEnvelope<SeatPlanParts>(bytes, "plan");
}

PlanId planIdOf(const SeatPlanParts& parts)
{
    const Bytes bytes = encodePlan(parts);
    return PlanId{blake2b128(bytes.constData(), static_cast<std::size_t>(bytes.size()))};
}

Bytes encodeTerms(const EventTerms& terms)
{
    return encodeInEnvelope(terms);
}

Result<EventTerms> decodeTerms(const Bytes& bytes)
{
    return decodeFromEnvelope<EventTerms>(bytes, "terms");
}

} // namespace parterre
