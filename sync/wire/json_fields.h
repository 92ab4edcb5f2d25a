// JsonBody and JsonFields: strict typed access to a JSON request; every failure names its field ("seats[3]: expected
// string").
#pragma once

#include "sync/base/result.h"
#include "sync/wire/bytes.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parterre {

// The members of one object. Unknown members are ignored. The first failure sticks in the JsonBody: getters answer
// empty values after it, so callers read straight on and ask the body once. Valid as long as its JsonBody.
class JsonFields
{
public:
    static constexpr std::size_t maxTextBytes = 1000;
    static constexpr std::int64_t maxInteger = 9'007'199'254'740'992; // 2^53: what JSON numbers can say exactly

    // Present and not null.
    bool has(const char* name) const;
    std::string text(const char* name, std::size_t maxBytes = maxTextBytes);
    std::int64_t integer(const char* name, std::int64_t min, std::int64_t max);
    bool boolean(const char* name);
    JsonFields object(const char* name);
    // At most `maxCount` elements, each a text, an object or a whole number.
    std::vector<std::string> texts(const char* name, std::size_t maxCount);
    std::vector<JsonFields> objects(const char* name, std::size_t maxCount);
    std::vector<std::int64_t> integers(const char* name, std::size_t maxCount, std::int64_t min, std::int64_t max);

    // The same for members that may be missing or null.
    std::optional<std::string> optionalText(const char* name, std::size_t maxBytes = maxTextBytes);
    std::optional<std::int64_t> optionalInteger(const char* name, std::int64_t min, std::int64_t max);
    bool booleanOr(const char* name, bool otherwise);

    // Reports a failure found by the caller.
    void fail(const std::string& name, const std::string& expected);
    bool ok() const { return !*m_error; }

private:
    friend class JsonBody;
    JsonFields(QJsonObject object, std::string path, std::optional<Error>* error)
        : m_object(std::move(object)), m_path(std::move(path)), m_error(error)
    {}
    QJsonValue value(const char* name) const;
    std::int64_t wholeNumber(const QJsonValue& found, const std::string& name, std::int64_t min, std::int64_t max);
    std::optional<QJsonArray> array(const char* name, std::size_t maxCount);

    QJsonObject m_object;
    std::string m_path; // "" or "payment." or "standing[2]."
    std::optional<Error>* m_error;
};

class JsonBody
{
public:
    // Parses; an empty body counts as {}. Limits: design 04 (depth 32). Any thread; never throws.
    explicit JsonBody(const Bytes& text);
    JsonBody(const JsonBody&) = delete;
    JsonBody& operator=(const JsonBody&) = delete;

    JsonFields fields() { return JsonFields(m_object, {}, &m_error); }
    bool ok() const { return !m_error; }
    // Precondition: !ok(). Malformed or TooLarge.
    const Error& error() const
    {
        PARTERRE_REQUIRE(m_error);
        return *m_error;
    }

private:
    QJsonObject m_object;
    std::optional<Error> m_error;
};

} // namespace parterre
