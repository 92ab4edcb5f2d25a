// One table a struct is its codec: WireFields<T>::list names the fields in wire order; writing and reading both follow
// it.
#pragma once

#include "sync/base/money.h"
#include "sync/base/strong_id.h"
#include "sync/wire/cbor_reader.h"
#include "sync/wire/cbor_writer.h"

#include <limits>
#include <optional>
#include <tuple>
#include <variant>
#include <vector>

namespace parterre {

// A struct is an array of its fields; the order is the wire format: a released list is never changed (see README).
template <typename T>
struct WireFields;
// For types that are not plain lists of fields: static void write(CborWriter&, const T&), read(CborReader&, T&).
template <typename T>
struct WireCustom;
// The highest enumerator that may be read: static constexpr auto value.
template <typename T>
struct WireEnumLast;

template <typename Struct, typename Member>
struct WireField
{
    const char* name;
    Member Struct::*member;
};
template <typename Struct, typename Member> // clang before 17 does not find it by itself
WireField(const char*, Member Struct::*) -> WireField<Struct, Member>;
template <typename... Fields>
constexpr auto wireFields(Fields... fields)
{
    return std::make_tuple(fields...);
}

namespace wire_detail {
template <typename T>
inline constexpr bool isOptional = false;
template <typename T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <typename T>
inline constexpr bool isVector = false;
template <typename T>
inline constexpr bool isVector<std::vector<T>> = true;
template <typename T>
inline constexpr bool isId128 = false;
template <typename Tag>
inline constexpr bool isId128<Id128<Tag>> = true;
template <typename T>
inline constexpr bool isStrongId = false;
template <typename Tag, typename Rep>
inline constexpr bool isStrongId<StrongId<Tag, Rep>> = true;
template <typename T>
inline constexpr bool isByteArray = false;
template <std::size_t n>
inline constexpr bool isByteArray<std::array<std::uint8_t, n>> = true;
template <typename T>
concept Custom = requires(CborWriter& writer, const T& value)
{
    WireCustom<T>::write(writer, value);
};
template <typename T>
concept Listed = requires
{
    WireFields<T>::list;
};
template <typename T>
inline constexpr std::size_t fieldCount = std::tuple_size_v<std::remove_cvref_t<decltype(WireFields<T>::list)>>;

// How many members an aggregate has: the most values its braces take.
struct Anything
{
    template <typename T>
    operator T() const;
};
template <typename T, std::size_t... i>
constexpr bool bracesTake(std::index_sequence<i...>)
{
    return requires
    {
        T{(void(i), Anything{})...};
    };
}
template <typename T, std::size_t n = 0>
constexpr std::size_t memberCount()
{
    if constexpr (bracesTake<T>(std::make_index_sequence<n + 1>{}))
        return memberCount<T, n + 1>();
    else
        return n;
}

template <typename T>
inline constexpr std::uint64_t unsignedMax = sizeof(T) < 8
                                                 ? std::numeric_limits<T>::max()
                                                 : std::numeric_limits<std::int64_t>::max(); // ids fit 63 bits
} // namespace wire_detail

template <typename T>
void writeValue(CborWriter& writer, const T& value);
template <typename T>
void readValue(CborReader& reader, T& value);

template <wire_detail::Listed T>
void writeFields(CborWriter& writer, const T& value)
{
    static_assert(wire_detail::fieldCount<T> == wire_detail::memberCount<T>(), "a member is missing from the list");
    std::apply([&](const auto&... field) { (writeValue(writer, value.*field.member), ...); }, WireFields<T>::list);
}

template <wire_detail::Listed T>
void readFields(CborReader& reader, T& value)
{
    const auto readOne = [&](const auto& field) {
        reader.field(field.name);
        readValue(reader, value.*field.member);
    };
    std::apply([&](const auto&... field) { (readOne(field), ...); }, WireFields<T>::list);
}

template <typename T>
void writeValue(CborWriter& writer, const T& value)
{
    using namespace wire_detail;
    if constexpr (Custom<T>) {
        WireCustom<T>::write(writer, value);
    } else if constexpr (Listed<T>) {
        writer.array(fieldCount<T>);
        writeFields(writer, value);
    } else if constexpr (isOptional<T>) {
        if (value)
            writeValue(writer, *value);
        else
            writer.null();
    } else if constexpr (isVector<T>) {
        writer.array(value.size());
        for (const auto& item : value)
            writeValue(writer, item);
    } else if constexpr (isId128<T>) {
        writer.byteString(value.bytes.data(), value.bytes.size());
    } else if constexpr (isByteArray<T>) {
        writer.byteString(value.data(), value.size());
    } else if constexpr (isStrongId<T>) {
        writer.unsignedInteger(value.value);
    } else if constexpr (std::is_same_v<T, bool>) {
        writer.boolean(value);
    } else if constexpr (std::is_enum_v<T>) {
        writer.unsignedInteger(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_same_v<T, Instant>) {
        writer.instant(value);
    } else if constexpr (std::is_same_v<T, Milliseconds>) {
        writer.integer(value.count());
    } else if constexpr (std::is_same_v<T, std::string>) {
        writer.text(value);
    } else if constexpr (std::is_same_v<T, Bytes>) {
        writer.byteString(value.constData(), static_cast<std::size_t>(value.size()));
    } else if constexpr (std::is_same_v<T, double>) {
        writer.metres(value);
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        writer.integer(value);
    } else {
        static_assert(std::is_unsigned_v<T>, "this type has no codec");
        writer.unsignedInteger(value);
    }
}

template <typename T>
void readVector(CborReader& reader, std::vector<T>& value)
{
    const std::size_t count = reader.array();
    value.reserve(std::min<std::size_t>(count, 64)); // a lying count costs nothing
    for (std::size_t i = 0; i < count && reader.ok(); ++i)
        readValue(reader, value.emplace_back());
}

template <typename T>
void readValue(CborReader& reader, T& value)
{
    using namespace wire_detail;
    if constexpr (Custom<T>) {
        WireCustom<T>::read(reader, value);
    } else if constexpr (Listed<T>) {
        reader.arrayOf(fieldCount<T>);
        readFields(reader, value);
    } else if constexpr (isOptional<T>) {
        value.reset();
        if (!reader.takeNull())
            readValue(reader, value.emplace());
    } else if constexpr (isVector<T>) {
        readVector(reader, value);
    } else if constexpr (isId128<T>) {
        reader.byteString(value.bytes.data(), value.bytes.size());
    } else if constexpr (isByteArray<T>) {
        reader.byteString(value.data(), value.size());
    } else if constexpr (isStrongId<T>) {
        using Rep = decltype(value.value);
        value.value = static_cast<Rep>(reader.unsignedInteger(unsignedMax<Rep>));
    } else if constexpr (std::is_same_v<T, bool>) {
        value = reader.boolean();
    } else if constexpr (std::is_enum_v<T>) {
        value = static_cast<T>(reader.unsignedInteger(static_cast<std::uint64_t>(WireEnumLast<T>::value)));
    } else if constexpr (std::is_same_v<T, Instant>) {
        value = reader.instant();
    } else if constexpr (std::is_same_v<T, Milliseconds>) {
        value = reader.duration();
    } else if constexpr (std::is_same_v<T, std::string>) {
        value = reader.text();
    } else if constexpr (std::is_same_v<T, Bytes>) {
        value = reader.byteString();
    } else if constexpr (std::is_same_v<T, double>) {
        value = reader.metres();
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        value = reader.amount();
    } else {
        static_assert(std::is_unsigned_v<T>, "this type has no codec");
        value = static_cast<T>(reader.unsignedInteger(unsignedMax<T>));
    }
}

// A variant is an array of the alternative's position and its fields.
template <typename... Alternatives>
void writeVariant(CborWriter& writer, const std::variant<Alternatives...>& value)
{
    std::visit(
        [&]<typename T>(const T& alternative) {
            writer.array(1 + wire_detail::fieldCount<T>);
            writer.unsignedInteger(value.index());
            writeFields(writer, alternative);
        },
        value);
}

template <typename... Alternatives>
void readVariant(CborReader& reader, std::variant<Alternatives...>& value)
{
    using Read = void (*)(CborReader&, std::size_t, std::variant<Alternatives...>&);
    static constexpr Read readers[] = {
        [](CborReader& from, std::size_t count, std::variant<Alternatives...>& into) {
            if (count != 1 + wire_detail::fieldCount<Alternatives>)
                return from.fail("the fields of its kind");
            readFields(from, into.template emplace<Alternatives>());
        }...,
    };
    reader.field("kind");
    const std::size_t count = reader.array();
    const std::uint64_t kind = reader.unsignedInteger(sizeof...(Alternatives) - 1);
    if (reader.ok())
        readers[kind](reader, count, value);
}

// A message on its own, from its first to its last byte.
template <typename T>
Result<T> readMessage(const Bytes& bytes, CborReader::Trust trust, const char* name)
{
    CborReader reader(bytes, trust);
    T value;
    readValue(reader, value);
    reader.finish();
    if (!reader.ok())
        return reader.error(name);
    return value;
}

} // namespace parterre
