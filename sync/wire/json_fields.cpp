// Strict typed access to JSON requests, on QJsonDocument.
#include "sync/wire/json_fields.h"

#include "sync/wire/json_scan.h"

#include <QJsonDocument>

#include <cmath>

namespace parterre {

JsonBody::JsonBody(const Bytes& text)
{
    if (text.isEmpty())
        return;
    if (const auto scanned = scanJson(text, {}); !scanned) {
        m_error = scanned.error();
        return;
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        m_error = Error{ErrorCode::Malformed, "JSON, " + jsonPosition(text, static_cast<std::size_t>(problem.offset)) +
                                                  ": " + problem.errorString().toStdString()};
    else if (!document.isObject())
        m_error = Error{ErrorCode::Malformed, "expected an object"};
    else
        m_object = document.object();
}

void JsonFields::fail(const std::string& name, const std::string& expected)
{
    if (!*m_error)
        *m_error = Error{ErrorCode::Malformed, m_path + name + ": expected " + expected};
}

QJsonValue JsonFields::value(const char* name) const
{
    return m_object.value(QLatin1String(name));
}

bool JsonFields::has(const char* name) const
{
    const QJsonValue found = value(name);
    return !found.isUndefined() && !found.isNull();
}

std::string JsonFields::text(const char* name, std::size_t maxBytes)
{
    const QJsonValue found = value(name);
    if (!found.isString()) {
        fail(name, "string");
        return {};
    }
    std::string text = found.toString().toStdString();
    if (text.size() <= maxBytes)
        return text;
    fail(name, "string of at most " + std::to_string(maxBytes) + " bytes");
    return {};
}

std::int64_t JsonFields::wholeNumber(const QJsonValue& found, const std::string& name, std::int64_t min, std::int64_t max)
{
    const double number = found.toDouble(std::nan(""));
    if (!(std::abs(number) <= static_cast<double>(maxInteger)) || number != std::floor(number)) {
        fail(name, "integer");
        return min;
    }
    const auto integer = static_cast<std::int64_t>(number);
    if (integer >= min && integer <= max)
        return integer;
    fail(name, "integer from " + std::to_string(min) + " to " + std::to_string(max));
    return min;
}

std::int64_t JsonFields::integer(const char* name, std::int64_t min, std::int64_t max)
{
    return wholeNumber(value(name), name, min, max);
}

std::vector<std::int64_t> JsonFields::integers(const char* name, std::size_t maxCount, std::int64_t min, std::int64_t max)
{
    std::vector<std::int64_t> numbers;
    const auto elements = array(name, maxCount);
    if (!elements)
        return numbers;
    for (const QJsonValue& element : *elements)
        numbers.push_back(wholeNumber(element, name + ("[" + std::to_string(numbers.size()) + "]"), min, max));
    return numbers;
}

bool JsonFields::boolean(const char* name)
{
    const QJsonValue found = value(name);
    if (!found.isBool())
        fail(name, "true or false");
    return found.toBool();
}

JsonFields JsonFields::object(const char* name)
{
    const QJsonValue found = value(name);
    if (!found.isObject())
        fail(name, "object");
    return JsonFields(found.toObject(), m_path + name + ".", m_error);
}

std::optional<QJsonArray> JsonFields::array(const char* name, std::size_t maxCount)
{
    const QJsonValue found = value(name);
    if (!found.isArray()) {
        fail(name, "array");
        return std::nullopt;
    }
    QJsonArray array = found.toArray();
    if (static_cast<std::size_t>(array.size()) <= maxCount)
        return array;
    fail(name, "at most " + std::to_string(maxCount) + " elements");
    return std::nullopt;
}

std::vector<std::string> JsonFields::texts(const char* name, std::size_t maxCount)
{
    std::vector<std::string> texts;
    const auto elements = array(name, maxCount);
    if (!elements)
        return texts;
    texts.reserve(static_cast<std::size_t>(elements->size()));
    for (const QJsonValue& element : *elements) {
        if (!element.isString()) {
            fail(name + ("[" + std::to_string(texts.size()) + "]"), "string");
            return {};
        }
        texts.push_back(element.toString().toStdString());
    }
    return texts;
}

std::vector<JsonFields> JsonFields::objects(const char* name, std::size_t maxCount)
{
    std::vector<JsonFields> objects;
    const auto elements = array(name, maxCount);
    if (!elements)
        return objects;
    for (const QJsonValue& element : *elements) {
        const std::string place = name + ("[" + std::to_string(objects.size()) + "]");
        if (!element.isObject()) {
            fail(place, "object");
            return {};
        }
        objects.push_back(JsonFields(element.toObject(), m_path + place + ".", m_error));
    }
    return objects;
}

std::optional<std::string> JsonFields::optionalText(const char* name, std::size_t maxBytes)
{
    return has(name) ? std::optional(text(name, maxBytes)) : std::nullopt;
}

std::optional<std::int64_t> JsonFields::optionalInteger(const char* name, std::int64_t min, std::int64_t max)
{
    return has(name) ? std::optional(integer(name, min, max)) : std::nullopt;
}

bool JsonFields::booleanOr(const char* name, bool otherwise)
{
    return has(name) ? boolean(name) : otherwise;
}

} // namespace parterre
