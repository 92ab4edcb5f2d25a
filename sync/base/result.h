// Result<T>: a value or an Error. The only way a function of ours reports that something went wrong.
#pragma once

#include "sync/base/error.h"
#include "sync/base/require.h"

#include <functional>
#include <utility>
#include <variant>

namespace parterre {

template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Precondition: ok().
    const T& value() const&
    {
        PARTERRE_REQUIRE(ok());
        return *std::get_if<0>(&m_state);
    }
    T& value() &
    {
        PARTERRE_REQUIRE(ok());
        return *std::get_if<0>(&m_state);
    }
    T&& value() &&
    {
        PARTERRE_REQUIRE(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    // Precondition: !ok().
    const Error& error() const
    {
        PARTERRE_REQUIRE(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

// Success without a value.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_failed(true), m_error(std::move(error)) {}

    bool ok() const { return !m_failed; }
    explicit operator bool() const { return ok(); }
    const Error& error() const
    {
        PARTERRE_REQUIRE(m_failed);
        return m_error;
    }

private:
    bool m_failed = false;
    Error m_error;
};

// The one shape of an asynchronous answer: last parameter, called exactly once, later, on the asker's thread,
// dropped if the asker is gone.
template <typename T>
using Completion = std::function<void(Result<T>)>;

} // namespace parterre
