// Words: what the fans' pages say, in one language. The languages stand beside each other; none is installed globally.
#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

#include <array>
#include <string_view>

namespace parterre::web {

enum class Language : std::uint8_t { English, German };
inline constexpr std::array languages{Language::German, Language::English}; // as offered

class Words
{
public:
    static const Words& in(Language language);

    Language language() const { return m_language; }
    std::string_view code() const; // "de", as in <html lang>
    QString nativeName() const;    // "Deutsch"
    const QLocale& locale() const { return m_locale; }

    // The text in this language, the source itself when the catalogue lacks it. `count` >= 0 chooses the plural form
    // and takes the place of %n. Found by update_translations under this name.
    QString say(const char* context, const char* source, const char* comment = nullptr, std::int64_t count = -1) const;

private:
    explicit Words(Language language);
    Language m_language;
    QLocale m_locale;
    QTranslator m_catalogue;
};

std::optional<Language> languageByCode(std::string_view code);

} // namespace parterre::web
