FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY . .
# Builds as well (prepare); then what only the build needs is taken out.
RUN npm ci && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/models ./models
COPY --from=build /app/reference ./reference
COPY --from=build /app/schemas ./schemas
USER node
ENTRYPOINT ["node", "dist/pipelines/cli.js"]
CMD ["worker"]
