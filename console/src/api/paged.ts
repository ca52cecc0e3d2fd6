import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type Call, call } from './call.js';

interface PageOf<Row> {
  items: readonly Row[];
  /** Cursor of the next page; null where there is none. */
  next: string | null;
}

/** The rows of a list of the API, page after page. */
export function usePaged<Row>(path: string, query: NonNullable<Call['query']> = {}, enabled = true) {
  const pages = useInfiniteQuery<
    PageOf<Row>,
    Error,
    InfiniteData<PageOf<Row>>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [path, query],
    queryFn: ({ pageParam, signal }) => call(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });
  return {
    rows: pages.data?.pages.flatMap(({ items }) => items) ?? [],
    error: pages.error,
    loading: pages.isPending && enabled,
    busy: pages.isFetchingNextPage,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    retry: () => void pages.refetch(),
  };
}
