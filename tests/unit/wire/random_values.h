// Random values of every wire type, drawn through the field tables, so that a new field is covered without a new line
// here.
#pragma once

#include "sync/wire/command_fields.h"
#include "sync/wire/entry_fields.h"

#include <algorithm>
#include <random>

namespace parterre::testing {

class RandomValues
{
public:
    explicit RandomValues(std::uint64_t seed) : m_engine(seed) {}

    std::uint64_t below(std::uint64_t bound) { return m_engine() % bound; }
    // Small and large magnitudes alike, so that every length of a head occurs.
    std::uint64_t magnitude(unsigned maxBits) { return m_engine() >> (64 - 1 - below(maxBits)); }

    template <typename T>
    T make()
    {
        T value{};
        fill(value);
        return value;
    }

    template <typename... Alternatives>
    std::variant<Alternatives...> variant(std::size_t index)
    {
        using Variant = std::variant<Alternatives...>;
        using Make = Variant (*)(RandomValues&);
        static constexpr Make makers[] = {[](RandomValues& self) { return Variant(self.make<Alternatives>()); }...};
        return makers[index](*this);
    }
    template <typename Variant>
    Variant alternative(std::size_t index)
    {
        return [&]<typename... T>(std::variant<T...>*) { return variant<T...>(index); }(static_cast<Variant*>(nullptr));
    }

    template <typename T>
    void fill(T& value)
    {
        using namespace wire_detail;
        if constexpr (std::is_same_v<T, Ticket>) {
            fillTicket(value);
        } else if constexpr (std::is_same_v<T, Places>) {
            fill(value.seats);
            for (std::uint64_t i = below(3); i > 0; --i)
                value.standing.push_back({make<StandingIndex>(), make<std::uint32_t>()});
        } else if constexpr (std::is_same_v<T, Currency>) {
            for (char& letter : value.code)
                letter = static_cast<char>('A' + below(26));
        } else if constexpr (Listed<T>) {
            std::apply([&](const auto&... field) { (fill(value.*field.member), ...); }, WireFields<T>::list);
        } else if constexpr (isOptional<T>) {
            value.reset();
            if (below(2))
                fill(value.emplace());
        } else if constexpr (isVector<T>) {
            value.resize(below(5));
            for (auto& item : value)
                fill(item);
            if constexpr (std::is_same_v<T, std::vector<SeatIndex>>)
                std::sort(value.begin(), value.end());
        } else if constexpr (isId128<T>) {
            for (std::uint8_t& byte : value.bytes)
                byte = static_cast<std::uint8_t>(m_engine());
        } else if constexpr (isByteArray<T>) {
            for (std::uint8_t& byte : value)
                byte = static_cast<std::uint8_t>(m_engine());
        } else if constexpr (isStrongId<T>) {
            fill(value.value);
        } else if constexpr (std::is_same_v<T, bool>) {
            value = below(2);
        } else if constexpr (std::is_enum_v<T>) {
            value = static_cast<T>(below(static_cast<std::uint64_t>(WireEnumLast<T>::value) + 1));
        } else if constexpr (std::is_same_v<T, Instant>) {
            value.ms = static_cast<std::int64_t>(magnitude(47));
        } else if constexpr (std::is_same_v<T, Milliseconds>) {
            value = Milliseconds(magnitude(38));
        } else if constexpr (std::is_same_v<T, std::string>) {
            for (std::uint64_t i = below(30); i > 0; --i)
                value += below(8) == 0 ? "ß…𝄞" : "Parkett"; // several lengths of UTF-8
        } else if constexpr (std::is_same_v<T, double>) {
            value = below(2) ? static_cast<double>(magnitude(20)) / 1000 : static_cast<double>(m_engine()) / 7e15;
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
            value = static_cast<std::int64_t>(magnitude(39)) * (below(2) ? 1 : -1);
        } else {
            value = static_cast<T>(magnitude(std::min<unsigned>(63, 8 * sizeof(T))));
        }
    }

private:
    void fillTicket(Ticket& ticket)
    {
        fill(ticket.serial);
        if (below(2))
            ticket.seat = make<SeatIndex>();
        else
            ticket.standing = make<StandingIndex>();
        fill(ticket.priceType);
        fill(ticket.priceMinor);
        fill(ticket.voided);
        fill(ticket.admitted);
    }

    std::mt19937_64 m_engine;
};

} // namespace parterre::testing
